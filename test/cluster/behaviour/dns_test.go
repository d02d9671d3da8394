package behaviour

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	virtv1 "kubevirt.io/api/core/v1"
)

// ask sends an A query to the cluster's CoreDNS over UDP.
func ask(ctx context.Context, name string) ([]string, error) {
	r := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", local.DNS)
	}}
	addrs, err := r.LookupHost(ctx, name+".")
	slices.Sort(addrs)
	return addrs, err
}

func awaitDNS(t *testing.T, name string, want ...string) {
	t.Helper()
	slices.Sort(want)
	eventually(t, "DNS "+name, func() error {
		have, err := ask(t.Context(), name)
		if err == nil && !slices.Equal(have, want) {
			err = fmt.Errorf("%v, want %v", have, want)
		}
		return err
	})
}

func TestDNSGivesTheClusterIP(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	s := newService(t, ns, "backend", map[string]string{"tier": "backend"})
	if !netip.MustParsePrefix("172.30.0.0/16").Contains(netip.MustParseAddr(s.Spec.ClusterIP)) {
		t.Errorf("clusterIP %s is not of the Service network", s.Spec.ClusterIP)
	}
	awaitDNS(t, "backend."+ns+".svc.cluster.local", s.Spec.ClusterIP)
	if addrs, err := ask(t.Context(), "nothing."+ns+".svc.cluster.local"); err == nil {
		t.Errorf("a Service that does not exist has the address %v", addrs)
	}
}

func TestAHeadlessServiceAndASubdomainGiveThePerVMName(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways, withTemplateLabels(map[string]string{"tier": "backend"}))
	newService(t, ns, "mysubdomain", map[string]string{"tier": "backend"}, func(s *corev1.Service) { s.Spec.ClusterIP = corev1.ClusterIPNone })
	before := getVMI(t, ns, "vm")
	awaitDNS(t, "mysubdomain."+ns+".svc.cluster.local", podOf(t, before).Status.PodIP)

	_, err := as(t, "admin").VirtualMachine(ns).Patch(t.Context(), "vm", types.MergePatchType,
		[]byte(`{"spec":{"template":{"spec":{"subdomain":"mysubdomain"}}}}`), metav1.PatchOptions{})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "RestartRequired", func() error {
		if vm := getVM(t, ns, "vm"); !hasCondition(vm, virtv1.VirtualMachineRestartRequired) {
			return fmt.Errorf("%v", vm.Status.Conditions)
		}
		return nil
	})
	code, message := restart(t, as(t, "admin"), ns, "vm")
	wantCode(t, "restart", code, message, 202)
	ip := podOf(t, awaitRunning(t, ns, "vm", before.UID)).Status.PodIP
	awaitDNS(t, "vm.mysubdomain."+ns+".svc.cluster.local", ip)
	awaitDNS(t, "mysubdomain."+ns+".svc.cluster.local", ip)
}
