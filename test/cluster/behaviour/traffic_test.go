package behaviour

import (
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/dial"
)

// onPort80 makes a VM named web with a Service, and two clients.
func onPort80(t *testing.T, change ...func(*virtv1.VirtualMachine)) (ns, address string, clients []string) {
	t.Helper()
	needsDataPath(t)
	ns = newNamespace(t)
	clients = newClients(t, ns)
	newVM(t, ns, "web", virtv1.RunStrategyAlways, append(change, listening("8080/tcp", web))...)
	address = at(newService(t, ns, "web", web).Spec.ClusterIP, 80)
	for _, from := range clients {
		reaches(t, from, "tcp", address, "VM web in "+ns)
	}
	return ns, address, clients
}

func TestANetworkPolicyActsOnTraffic(t *testing.T) {
	t.Parallel()
	ns, address, clients := onPort80(t)
	if !local.DataPath.EnforcesPolicies {
		t.Skipf("no policies are enforced here: %s", local.DataPath.WhyNoPolicies)
	}
	policies := as(t, "admin").NetworkingV1().NetworkPolicies(ns)
	create := func(name string, ingress ...networkingv1.NetworkPolicyIngressRule) {
		t.Helper()
		_, err := policies.Create(t.Context(), &networkingv1.NetworkPolicy{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: networkingv1.NetworkPolicySpec{
			PodSelector: metav1.LabelSelector{MatchLabels: web}, PolicyTypes: []networkingv1.PolicyType{networkingv1.PolicyTypeIngress}, Ingress: ingress}}, metav1.CreateOptions{})
		if err != nil {
			t.Fatal(err)
		}
	}
	create("deny")
	for _, from := range clients {
		misses(t, from, "tcp", address)
	}
	create("allow", networkingv1.NetworkPolicyIngressRule{From: []networkingv1.NetworkPolicyPeer{
		{PodSelector: &metav1.LabelSelector{MatchLabels: map[string]string{"role": "client"}}}}})
	for _, from := range clients {
		reaches(t, from, "tcp", address, "VM web")
	}
	unlabelled := []byte(`{"metadata":{"labels":{"role":null}}}`)
	if _, err := as(t, "admin").CoreV1().Pods(ns).Patch(t.Context(), "client-node2", types.MergePatchType, unlabelled, metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	misses(t, clients[1], "tcp", address)
	reaches(t, clients[0], "tcp", address, "VM web")
}

func TestAPausedVMDoesNotAnswer(t *testing.T) {
	t.Parallel()
	ns, address, clients := onPort80(t)
	pod := at(podOf(t, getVMI(t, ns, "web")).Status.PodIP, 8080)
	set := func(what string) {
		t.Helper()
		code, message := subresource(t, as(t, "vm-admin"), ns, "virtualmachineinstances", "web", what, "", "{}")
		wantCode(t, what, code, message, 200)
	}
	set("pause")
	for _, from := range clients {
		misses(t, from, "tcp", address) // its pod is not ready
		misses(t, from, "tcp", pod)     // and the guest stands still
	}
	set("unpause")
	for _, from := range clients {
		reaches(t, from, "tcp", address, "VM web")
		reaches(t, from, "tcp", pod, "VM web")
	}
}

func TestAPodThatIsNotReadyIsNotReachedByItsService(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	clients := newClients(t, ns)
	const gate = "expose-vm.test/gate"
	server := newPod(t, ns, "server", "node1", func(p *corev1.Pod) {
		p.Labels, p.Annotations = web, map[string]string{"expose-vm.test/listens": "8080/tcp"}
		p.Spec.ReadinessGates = []corev1.PodReadinessGate{{ConditionType: gate}}
	})
	address := at(newService(t, ns, "web", web).Spec.ClusterIP, 80)
	for _, from := range clients {
		misses(t, from, "tcp", address)
		reaches(t, from, "tcp", at(server.Status.PodIP, 8080), "Pod server in "+ns)
	}
	change(t, ns, "web", func(s *corev1.Service) { s.Spec.PublishNotReadyAddresses = true })
	reaches(t, clients[1], "tcp", address, "Pod server")
	change(t, ns, "web", func(s *corev1.Service) { s.Spec.PublishNotReadyAddresses = false })
	misses(t, clients[1], "tcp", address)
	open := []byte(`{"status":{"conditions":[{"type":"` + gate + `","status":"True"}]}}`)
	if _, err := as(t, "admin").CoreV1().Pods(ns).Patch(t.Context(), "server", types.StrategicMergePatchType, open, metav1.PatchOptions{}, "status"); err != nil {
		t.Fatal(err)
	}
	reaches(t, clients[1], "tcp", address, "Pod server")
}

func TestARestartAStopAndAStart(t *testing.T) {
	t.Parallel()
	ns, address, clients := onPort80(t)
	before := getVMI(t, ns, "web")
	old := podOf(t, before)
	code, message := restart(t, as(t, "vm-admin"), ns, "web")
	wantCode(t, "restart", code, message, 202)
	now := podOf(t, awaitRunning(t, ns, "web", before.UID))
	reaches(t, clients[1], "tcp", address, "answers on "+now.Status.PodIP)
	misses(t, clients[1], "tcp", at(old.Status.PodIP, 8080))
	if r := try(t, "guest/"+ns+"/"+old.Name, "dns", "web"); !strings.Contains(r.Error, "404: no such place") {
		t.Errorf("from the guest that has gone: %+v", r)
	}

	strategy := func(s virtv1.VirtualMachineRunStrategy) {
		t.Helper()
		patch := []byte(`{"spec":{"runStrategy":"` + string(s) + `"}}`)
		if _, err := as(t, "vm-admin").VirtualMachine(ns).Patch(t.Context(), "web", types.MergePatchType, patch, metav1.PatchOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	strategy(virtv1.RunStrategyHalted)
	for _, from := range clients {
		misses(t, from, "tcp", address)
	}
	strategy(virtv1.RunStrategyAlways)
	for _, from := range clients {
		reaches(t, from, "tcp", address, "VM web")
	}
}

func TestALiveMigrationTakesTheGuestAlong(t *testing.T) {
	t.Parallel()
	ns, address, clients := onPort80(t)
	source := podOf(t, getVMI(t, ns, "web"))
	migrate(t, ns, "web")
	target := podOf(t, getVMI(t, ns, "web"))
	for _, from := range clients {
		reaches(t, from, "tcp", address, "VM web in "+ns+" answers on "+target.Status.PodIP)
		misses(t, from, "tcp", at(source.Status.PodIP, 8080))
	}
	reaches(t, "guest/"+ns+"/"+target.Name, "tcp", address, "VM web")
}

func TestAnAnnotationThatMakesNoSenseIsTold(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	clients := newClients(t, ns)
	newVM(t, ns, "web", virtv1.RunStrategyAlways, listening("eighty", web))
	misses(t, clients[0], "tcp", at(podOf(t, getVMI(t, ns, "web")).Status.PodIP, 80))
	eventually(t, "the event", func() error {
		list, err := as(t, "vm-admin").CoreV1().Events(ns).List(t.Context(), metav1.ListOptions{FieldSelector: "reason=CannotListen"})
		if err == nil && (len(list.Items) != 1 || !strings.Contains(list.Items[0].Message, `"eighty" does not end with /tcp or /udp`)) {
			t.Fatalf("%+v", list.Items)
		}
		return err
	})
}

func TestAPodWithAnAddressOfAnotherNetworkHasNone(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	_, err := dial.Ask(t.Context(), local.DataPath.Socket, dial.Request{From: "pod/kubevirt/virt-handler-node1", Network: "dns", Address: "web", TimeoutMilliseconds: 500})
	if err == nil || !strings.Contains(err.Error(), "404: no such place: pod/kubevirt/virt-handler-node1 has no network: its address 127.0.0.1 is none for pods of node1") {
		t.Error(err)
	}
	places, err := dial.AskPlaces(t.Context(), local.DataPath.Socket)
	for _, want := range []string{"outside", "node/node1", "node/node2", "pod/openshift-dns/dns-default-node1"} {
		if err != nil || !strings.Contains(" "+strings.Join(places, " ")+" ", " "+want+" ") {
			t.Errorf("%v lacks %s, %v", places, want, err)
		}
	}
}
