package behaviour

import (
	"fmt"
	"net"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/dial"
)

// needsDataPath skips the test where the system allows no data path, and says why;
// with CI=true such a cluster does not start.
func needsDataPath(t *testing.T) {
	t.Helper()
	if local.DataPath.Socket == "" {
		t.Skipf("the cluster carries no traffic here: %s", local.DataPath.WhyNot)
	}
}

// listening is a VM that listens on these ports, and has these labels on its pod.
func listening(ports string, labels map[string]string) func(*virtv1.VirtualMachine) {
	return func(vm *virtv1.VirtualMachine) {
		vm.Spec.Template.ObjectMeta.Annotations = map[string]string{"expose-vm.test/listens": ports}
		vm.Spec.Template.ObjectMeta.Labels = labels
	}
}

// onNode keeps a VM on a node.
func onNode(node string) func(*virtv1.VirtualMachine) {
	return func(vm *virtv1.VirtualMachine) {
		vm.Spec.Template.Spec.NodeSelector = map[string]string{"kubernetes.io/hostname": node}
	}
}

// newPod creates a pod on a node, waits until it runs, and returns it.
func newPod(t *testing.T, ns, name, node string, change ...func(*corev1.Pod)) *corev1.Pod {
	t.Helper()
	p := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: name, Annotations: map[string]string{}}, Spec: corev1.PodSpec{
		NodeSelector: map[string]string{"kubernetes.io/hostname": node}, Containers: []corev1.Container{{Name: "c", Image: "toolbox"}}}}
	for _, c := range change {
		c(p)
	}
	pods := as(t, "admin").CoreV1().Pods(ns)
	eventually(t, "pod "+name, func() error { // the namespace's service account might not be there yet
		_, err := pods.Create(t.Context(), p, metav1.CreateOptions{})
		return err
	})
	eventually(t, name+" runs", func() (err error) {
		if p, err = pods.Get(t.Context(), name, metav1.GetOptions{}); err == nil && p.Status.Phase != corev1.PodRunning {
			err = fmt.Errorf("%s", p.Status.Phase)
		}
		return err
	})
	return p
}

// newClients are a pod on each node to dial from.
func newClients(t *testing.T, ns string) (places []string) {
	t.Helper()
	for _, node := range []string{"node1", "node2"} {
		newPod(t, ns, "client-"+node, node, func(p *corev1.Pod) { p.Labels = map[string]string{"role": "client"} })
		places = append(places, "pod/"+ns+"/client-"+node)
	}
	return places
}

func try(t *testing.T, from, network, address string) dial.Result {
	t.Helper()
	r, err := dial.Ask(t.Context(), local.DataPath.Socket, dial.Request{From: from, Network: network, Address: address, TimeoutMilliseconds: 500})
	if err != nil {
		return dial.Result{Outcome: "no attempt", Error: err.Error()}
	}
	return r
}

// reaches waits until an attempt is answered by a text, twice.
func reaches(t *testing.T, from, network, address, text string) {
	t.Helper()
	awaitOutcome(t, from, network, address, text, dial.Answered)
}

// misses waits until an attempt has one of the other outcomes, twice: which one is the
// enforcer's own affair.
func misses(t *testing.T, from, network, address string) {
	t.Helper()
	awaitOutcome(t, from, network, address, "", dial.Refused, dial.TimedOut, dial.Unreachable)
}

func awaitOutcome(t *testing.T, from, network, address, text string, wanted ...string) {
	t.Helper()
	eventually(t, fmt.Sprintf("%s to %s %s", from, network, address), func() error {
		for range 2 {
			r := try(t, from, network, address)
			isWanted := false
			for _, w := range wanted {
				isWanted = isWanted || r.Outcome == w
			}
			if !isWanted || !strings.Contains(r.Answer, text) {
				return fmt.Errorf("%+v, want %s %q", r, wanted, text)
			}
		}
		return nil
	})
}

func at(ip string, port any) string { return net.JoinHostPort(ip, fmt.Sprint(port)) }

// withPorts replaces a Service's ports: pairs of a port and its target, such as 81, 8080.
func withPorts(pairs ...int32) func(*corev1.Service) {
	return func(s *corev1.Service) {
		s.Spec.Ports = nil
		for i := 0; i < len(pairs); i += 2 {
			p := corev1.ServicePort{Name: fmt.Sprintf("p%d", pairs[i]), Port: pairs[i]}
			p.TargetPort.IntVal = pairs[i+1]
			s.Spec.Ports = append(s.Spec.Ports, p)
		}
	}
}
