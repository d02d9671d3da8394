package behaviour

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	authv1 "k8s.io/api/authorization/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
)

var (
	routes   = schema.GroupVersionResource{Group: "route.openshift.io", Version: "v1", Resource: "routes"}
	networks = schema.GroupVersionResource{Group: "config.openshift.io", Version: "v1", Resource: "networks"}
)

func dynamicAs(t *testing.T, user string) dynamic.Interface {
	t.Helper()
	d, err := dynamic.NewForConfig(as(t, user).Config())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func newRoute(name, host string) *unstructured.Unstructured {
	spec := map[string]any{"to": map[string]any{"kind": "Service", "name": "backend"}}
	if host != "" {
		spec["host"] = host
	}
	return &unstructured.Unstructured{Object: map[string]any{"apiVersion": "route.openshift.io/v1", "kind": "Route",
		"metadata": map[string]any{"name": name}, "spec": spec}}
}

func awaitAdmitted(t *testing.T, ns, name, wantHost, wantStatus, wantReason string) {
	t.Helper()
	eventually(t, "route "+name, func() error {
		r, err := dynamicAs(t, "viewer").Resource(routes).Namespace(ns).Get(t.Context(), name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		text := fmt.Sprint(r.Object["status"])
		for _, want := range []string{"host:" + wantHost, "status:" + wantStatus, "type:Admitted", wantReason} {
			if !strings.Contains(text, want) {
				return fmt.Errorf("%s lacks %s", text, want)
			}
		}
		return nil
	})
}

func TestARouteGetsAHostAndIsAdmitted(t *testing.T) {
	t.Parallel()
	ns, elsewhere := newNamespace(t), newNamespace(t)
	user := dynamicAs(t, "vm-admin").Resource(routes)
	if _, err := user.Namespace(ns).Create(t.Context(), newRoute("web", ""), metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	awaitAdmitted(t, ns, "web", "web-"+ns+".apps.local.test", "True", "")
	claimed := ns + ".example.com"
	if _, err := user.Namespace(ns).Create(t.Context(), newRoute("first", claimed), metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	awaitAdmitted(t, ns, "first", claimed, "True", "")
	if _, err := user.Namespace(elsewhere).Create(t.Context(), newRoute("second", claimed), metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	awaitAdmitted(t, elsewhere, "second", claimed, "False", "HostAlreadyClaimed")
	if err := user.Namespace(ns).Delete(t.Context(), "first", metav1.DeleteOptions{}); err != nil {
		t.Fatal(err)
	}
	awaitAdmitted(t, elsewhere, "second", claimed, "True", "")
}

func TestARoutesHostNeedsTheRightToCustomHosts(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	admin := as(t, "admin")
	role := []byte(`{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"routes-only"},"rules":[
{"apiGroups":["route.openshift.io"],"resources":["routes"],"verbs":["create"]}]}`)
	if err := admin.RbacV1().RESTClient().Post().AbsPath("/apis/rbac.authorization.k8s.io/v1/namespaces/" + ns + "/roles").Body(role).Do(t.Context()).Error(); err != nil {
		t.Fatal(err)
	}
	binding := []byte(`{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"routes-only"},
"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"routes-only"},
"subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"editor"}]}`)
	if err := admin.RbacV1().RESTClient().Post().AbsPath("/apis/rbac.authorization.k8s.io/v1/namespaces/" + ns + "/rolebindings").Body(binding).Do(t.Context()).Error(); err != nil {
		t.Fatal(err)
	}
	awaitRight(t, "editor", ns, authv1.ResourceAttributes{Verb: "create", Group: "route.openshift.io", Resource: "routes"})
	user := dynamicAs(t, "editor").Resource(routes).Namespace(ns)
	_, err := user.Create(t.Context(), newRoute("mine", "mine.example.com"), metav1.CreateOptions{})
	if codeOf(err) != 403 {
		t.Errorf("with a host: %v, want 403", err)
	}
	if _, err := user.Create(t.Context(), newRoute("any", ""), metav1.CreateOptions{}); err != nil {
		t.Errorf("without a host: %v", err)
	}
}

func TestOnlyOneLoadBalancerClassGetsAnAddress(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	class := "expose-vm.test/lb"
	newService(t, ns, "pending", nil, func(s *corev1.Service) { s.Spec.Type = corev1.ServiceTypeLoadBalancer })
	newService(t, ns, "outside", nil, func(s *corev1.Service) {
		s.Spec.Type, s.Spec.LoadBalancerClass = corev1.ServiceTypeLoadBalancer, &class
	})
	get := func(name string) *corev1.Service {
		s, err := as(t, "viewer").CoreV1().Services(ns).Get(t.Context(), name, metav1.GetOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	eventually(t, "address of the load balancer", func() error {
		ingress := get("outside").Status.LoadBalancer.Ingress
		if len(ingress) != 1 || !netip.MustParsePrefix("192.0.2.0/24").Contains(netip.MustParseAddr(ingress[0].IP)) {
			return fmt.Errorf("%v", ingress)
		}
		return nil
	})
	time.Sleep(settle)
	if ingress := get("pending").Status.LoadBalancer.Ingress; len(ingress) != 0 {
		t.Errorf("a Service without the class got %v", ingress)
	}
	theirs := get("pending")
	theirs.Status.LoadBalancer.Ingress = []corev1.LoadBalancerIngress{{Hostname: "lb.example.com"}}
	if _, err := as(t, "admin").CoreV1().Services(ns).UpdateStatus(t.Context(), theirs, metav1.UpdateOptions{}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(settle)
	if ingress := get("pending").Status.LoadBalancer.Ingress; len(ingress) != 1 {
		t.Error("what another provider gave was taken away")
	}
}

func TestTheClusterNetworkIsTheWalkThroughs(t *testing.T) {
	t.Parallel()
	n, err := dynamicAs(t, "admin").Resource(networks).Get(t.Context(), "cluster", metav1.GetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := "map[clusterNetwork:[map[cidr:10.8.0.0/14 hostPrefix:23]] externalIP:map[policy:map[]] networkType:OVNKubernetes serviceNetwork:[172.30.0.0/16]]"
	if have := fmt.Sprint(n.Object["spec"]); have != want {
		t.Errorf("%s, want %s", have, want)
	}
	nodes, err := as(t, "admin").CoreV1().Nodes().List(t.Context(), metav1.ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	ranges := map[string]string{}
	for _, node := range nodes.Items {
		ranges[node.Name] = node.Spec.PodCIDR
	}
	if fmt.Sprint(ranges) != "map[node1:10.8.0.0/23 node2:10.8.2.0/23]" {
		t.Errorf("pod ranges %v", ranges)
	}
}
