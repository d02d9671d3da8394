package datapath

import (
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	virtv1 "kubevirt.io/api/core/v1"
)

const vmIP = "10.8.0.5"

func withClients(n *network) {
	n.pod("near", "node1", "10.8.0.20")
	n.pod("far", "node2", "10.8.2.20")
}

func TestAGuestListensOnWhatItsAnnotationSays(t *testing.T) {
	n := newNetwork(t)
	withClients(n)
	_, p := n.vm("web", vmIP, "80/tcp, 127.0.0.1:5432/tcp, 53/udp", masquerade())
	for _, from := range []string{"pod/ns/near", "pod/ns/far", "node/node1", "node/node2"} {
		n.want("answered", "VM web in ns answers on 10.8.0.5:80 to ", from, "tcp", vmIP+":80")
		n.want("answered", "VM web in ns answers on 10.8.0.5:53 to ", from, "udp", vmIP+":53")
		n.want("refused", "", from, "tcp", vmIP+":5432") // its loopback alone
		n.want("refused", "", from, "tcp", vmIP+":81")
		n.want("refused", "", from, "udp", vmIP+":54")
	}
	n.want("answered", "to 10.8.2.20", "pod/ns/far", "tcp", vmIP+":80")
	n.want("answered", "", "guest/ns/"+p.Name, "tcp", "127.0.0.1:5432")
	n.want("unreachable", "", "outside", "tcp", vmIP+":80")
	n.want("timed out", "", "pod/ns/near", "tcp", "10.8.0.99:80")
	p = p.DeepCopy()
	listens("81/tcp")(p)
	n.set(p)
	n.want("refused", "", "pod/ns/near", "tcp", vmIP+":80")
	n.want("answered", "", "pod/ns/near", "tcp", vmIP+":81")
}

func TestAnInterfacesPortsListLetsOnlyThosePortsThrough(t *testing.T) {
	n := newNetwork(t)
	withClients(n)
	n.vm("web", vmIP, "80/tcp, 8080/tcp, 8080/udp", masquerade(8080))
	n.want("answered", "VM web", "pod/ns/far", "tcp", vmIP+":8080")
	n.want("refused", "", "pod/ns/far", "tcp", vmIP+":80")
	n.want("refused", "", "pod/ns/far", "udp", vmIP+":8080")
}

func TestAGuestWithTheBridgeBindingHasThePodsAddress(t *testing.T) {
	n := newNetwork(t)
	withClients(n)
	_, p := n.vm("web", vmIP, "80/tcp", virtv1.Interface{InterfaceBindingMethod: virtv1.InterfaceBindingMethod{Bridge: &virtv1.InterfaceBridge{}}})
	n.want("answered", "VM web in ns answers on 10.8.0.5:80", "pod/ns/near", "tcp", vmIP+":80")
	n.want("answered", "VM web in ns answers on 10.8.0.5:80", "pod/ns/far", "tcp", vmIP+":80")
	n.pod("server", "node2", "10.8.2.21", listens("80/tcp"))
	n.want("answered", "to 10.8.0.5", "guest/ns/"+p.Name, "tcp", "10.8.2.21:80")
}

func TestAGuestAnswersOnlyWhileItRunsThereAndIsNotPaused(t *testing.T) {
	n := newNetwork(t)
	withClients(n)
	vmi, source := n.vm("web", vmIP, "80/tcp", masquerade())
	change := func(edit func(*virtv1.VirtualMachineInstanceStatus), pods ...*corev1.Pod) {
		t.Helper()
		vmi = vmi.DeepCopy()
		edit(&vmi.Status)
		if err := n.vmis.Update(vmi); err != nil {
			t.Fatal(err)
		}
		for _, p := range pods {
			n.set(p)
		}
	}
	n.want("answered", "", "pod/ns/far", "tcp", vmIP+":80")
	change(func(s *virtv1.VirtualMachineInstanceStatus) {
		s.Conditions = []virtv1.VirtualMachineInstanceCondition{{Type: virtv1.VirtualMachineInstancePaused, Status: corev1.ConditionTrue}}
	}, source)
	n.want("timed out", "", "pod/ns/far", "tcp", vmIP+":80")
	change(func(s *virtv1.VirtualMachineInstanceStatus) { s.Conditions = nil }, source)
	n.want("answered", "", "pod/ns/far", "tcp", vmIP+":80")

	target := n.pod("virt-launcher-target", "node2", "10.8.2.5", listens("80/tcp"), ofVM(vmi))
	n.want("timed out", "", "pod/ns/far", "tcp", "10.8.2.5:80")
	change(func(s *virtv1.VirtualMachineInstanceStatus) { s.NodeName = "node2" }, source, target)
	n.want("timed out", "", "pod/ns/far", "tcp", vmIP+":80")
	n.want("answered", "VM web in ns answers on 10.8.2.5:80", "pod/ns/far", "tcp", "10.8.2.5:80")

	source = source.DeepCopy()
	source.Status.Phase = corev1.PodSucceeded
	n.set(source)
	if _, err := n.Find("pod/ns/" + source.Name); err == nil {
		t.Error("a pod that has ended has a network")
	}
	change(func(s *virtv1.VirtualMachineInstanceStatus) { s.Phase = virtv1.Succeeded }, target)
	n.want("timed out", "", "pod/ns/far", "tcp", "10.8.2.5:80")
}

func TestAnAnnotationThatMakesNoSenseIsAnEventAndThePodGoesOnWithoutListener(t *testing.T) {
	n := newNetwork(t)
	withClients(n)
	n.vm("web", vmIP, "80/tcp, nonsense", masquerade())
	if have := n.event("CannotListen"); !strings.Contains(have, `virt-launcher-web: nothing listens: annotation expose-vm.test/listens: "nonsense" does not end`) {
		t.Error(have)
	}
	n.want("refused", "", "pod/ns/far", "tcp", vmIP+":80")
	n.pod("server", "node2", "10.8.2.21", listens("70000/tcp"))
	n.want("refused", "", "pod/ns/far", "tcp", "10.8.2.21:80")
}

func TestABindingThatCannotBeCarriedIsAnEventAndThePodGoesOn(t *testing.T) {
	n := newNetwork(t)
	withClients(n)
	n.vm("web", vmIP, "80/tcp", virtv1.Interface{Binding: &virtv1.PluginBinding{Name: "passt"}})
	if have := n.event("NoGuestNetwork"); !strings.Contains(have, "only the bindings masquerade and bridge are carried") {
		t.Error(have)
	}
	n.want("refused", "", "pod/ns/far", "tcp", vmIP+":80")
}
