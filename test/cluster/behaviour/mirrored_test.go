package behaviour

import (
	"testing"
	"time"

	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
)

// OVN-Kubernetes mirrors a Service's endpoints for a user-defined primary network
// into slices of its own; a test writes them itself, so nothing here may take
// them for a leftover.
func TestAnEndpointSliceOfOVNKubernetesStays(t *testing.T) {
	t.Parallel()
	ns, ctx := newNamespace(t), t.Context()
	newService(t, ns, "backend", map[string]string{"tier": "backend"})
	slices := as(t, "admin").DiscoveryV1().EndpointSlices(ns)
	made, err := slices.Create(ctx, &discoveryv1.EndpointSlice{ObjectMeta: metav1.ObjectMeta{Name: "backend-mirrored", Labels: map[string]string{
		"k8s.ovn.org/service-name": "backend",
		discoveryv1.LabelManagedBy: "endpointslice-mirror-controller.k8s.ovn.org"}},
		AddressType: discoveryv1.AddressTypeIPv4, Endpoints: []discoveryv1.Endpoint{{Addresses: []string{"10.200.0.5"}}}}, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	// Both controllers of endpoints work on the Service again, and find no pod.
	if _, err := as(t, "admin").CoreV1().Services(ns).Patch(ctx, "backend", types.MergePatchType,
		[]byte(`{"spec":{"selector":{"tier":"other"}}}`), metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	awaitEndpoints(t, ns, "backend", map[string]bool{})
	time.Sleep(settle)
	now, err := slices.Get(ctx, made.Name, metav1.GetOptions{})
	if err != nil || now.UID != made.UID || now.ResourceVersion != made.ResourceVersion {
		t.Errorf("%+v, %v", now, err)
	}
	if err := as(t, "admin").CoreV1().Services(ns).Delete(ctx, "backend", metav1.DeleteOptions{}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(settle)
	if _, err := slices.Get(ctx, made.Name, metav1.GetOptions{}); err != nil {
		t.Errorf("without its Service: %v", err)
	}
}
