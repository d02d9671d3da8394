package behaviour

import (
	"errors"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	virtv1 "kubevirt.io/api/core/v1"
)

var web = map[string]string{"app": "web"}

const nodeAddress1, nodeAddress2 = "198.51.100.11", "198.51.100.12"

func TestEachTypeOfServiceCarriesTraffic(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	clients := newClients(t, ns)
	newVM(t, ns, "web", virtv1.RunStrategyAlways, listening("80/tcp, 8080/tcp, 127.0.0.1:9090/tcp, 53/udp", web), onNode("node1"))
	class := "expose-vm.test/lb"
	s := newService(t, ns, "web", web, withPorts(80, 80, 81, 8080, 82, 9090, 83, 7), func(s *corev1.Service) {
		s.Spec.Type, s.Spec.LoadBalancerClass = corev1.ServiceTypeLoadBalancer, &class
		s.Spec.Ports = append(s.Spec.Ports, corev1.ServicePort{Name: "udp", Port: 53, Protocol: corev1.ProtocolUDP})
	})
	ip, nodePort, answer := s.Spec.ClusterIP, s.Spec.Ports[0].NodePort, "VM web in "+ns+" answers on "
	for _, from := range append(clients, "node/node1", "node/node2") {
		reaches(t, from, "tcp", at(ip, 80), answer)
		reaches(t, from, "tcp", at(ip, 81), answer)
		reaches(t, from, "udp", at(ip, 53), answer)
		misses(t, from, "tcp", at(ip, 82)) // its loopback alone
		misses(t, from, "tcp", at(ip, 83)) // nothing listens
		reaches(t, from, "tcp", at(nodeAddress1, nodePort), answer)
	}
	reaches(t, "guest/"+ns+"/"+podOf(t, getVMI(t, ns, "web")).Name, "tcp", at(ip, 80), answer) // itself
	for _, address := range []string{nodeAddress1, nodeAddress2} {
		reaches(t, "outside", "tcp", at(address, nodePort), answer)
		misses(t, "outside", "tcp", at(address, s.Spec.Ports[3].NodePort))
	}
	misses(t, "outside", "tcp", at(ip, 80))
	address := awaitLoadBalancer(t, ns, "web")
	reaches(t, "outside", "tcp", at(address, 80), answer)
	reaches(t, "outside", "udp", at(address, 53), answer)
	reaches(t, clients[1], "tcp", at(address, 80), answer)
	misses(t, "outside", "tcp", at("192.0.2.254", 80))

	newService(t, ns, "headless", web, withPorts(8080, 8080), func(s *corev1.Service) { s.Spec.ClusterIP = corev1.ClusterIPNone })
	for _, from := range clients {
		reaches(t, from, "tcp", "headless:8080", answer)
		reaches(t, from, "tcp", "web."+ns+":81", answer)
		reaches(t, from, "tcp", "web."+ns+".svc.cluster.local:81", answer)
		reaches(t, from, "dns", "web", ip)
		misses(t, from, "dns", "nothing")
	}
	misses(t, "outside", "dns", "web."+ns+".svc.cluster.local")
}

func awaitLoadBalancer(t *testing.T, ns, name string) (address string) {
	t.Helper()
	eventually(t, "address of the load balancer", func() error {
		s, err := as(t, "admin").CoreV1().Services(ns).Get(t.Context(), name, metav1.GetOptions{})
		if err == nil && len(s.Status.LoadBalancer.Ingress) == 0 {
			return errors.New("none yet")
		}
		if err == nil {
			address = s.Status.LoadBalancer.Ingress[0].IP
		}
		return err
	})
	return address
}

// change updates a Service, again when someone else was faster.
func change(t *testing.T, ns, name string, edit func(*corev1.Service)) {
	t.Helper()
	services := as(t, "admin").CoreV1().Services(ns)
	eventually(t, "change of Service "+name, func() error {
		s, err := services.Get(t.Context(), name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		edit(s)
		_, err = services.Update(t.Context(), s, metav1.UpdateOptions{})
		return err
	})
}

func TestTrafficPoliciesKeepConnectionsOnTheirNode(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	clients := newClients(t, ns)
	newVM(t, ns, "web", virtv1.RunStrategyAlways, listening("8080/tcp", web), onNode("node2"))
	class, localOnly := "expose-vm.test/lb", corev1.ServiceInternalTrafficPolicyLocal
	s := newService(t, ns, "web", web, func(s *corev1.Service) {
		s.Spec.Type, s.Spec.LoadBalancerClass = corev1.ServiceTypeLoadBalancer, &class
		s.Spec.InternalTrafficPolicy, s.Spec.ExternalTrafficPolicy = &localOnly, corev1.ServiceExternalTrafficPolicyLocal
	})
	reaches(t, clients[1], "tcp", at(s.Spec.ClusterIP, 80), "VM web")
	misses(t, clients[0], "tcp", at(s.Spec.ClusterIP, 80))
	reaches(t, "outside", "tcp", at(nodeAddress2, s.Spec.Ports[0].NodePort), "to 198.51.100.1") // the client's own address
	misses(t, "outside", "tcp", at(nodeAddress1, s.Spec.Ports[0].NodePort))
	// announced by the node that has the endpoint
	reaches(t, "outside", "tcp", at(awaitLoadBalancer(t, ns, "web"), 80), "to 198.51.100.1")
}

func TestASelectorThatIsMendedReachesTheVM(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	clients := newClients(t, ns)
	newVM(t, ns, "web", virtv1.RunStrategyAlways, listening("8080/tcp", web))
	ip := newService(t, ns, "web", map[string]string{"app": "wrong"}).Spec.ClusterIP
	for _, from := range clients {
		misses(t, from, "tcp", at(ip, 80))
	}
	change(t, ns, "web", func(s *corev1.Service) { s.Spec.Selector = web })
	for _, from := range clients {
		reaches(t, from, "tcp", at(ip, 80), "VM web")
	}
}

func TestThePortsListAndTheBindingOfAnInterface(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	clients := newClients(t, ns)
	newVM(t, ns, "listed", virtv1.RunStrategyAlways, listening("80/tcp, 8080/tcp", map[string]string{"app": "listed"}), func(vm *virtv1.VirtualMachine) {
		vm.Spec.Template.Spec.Domain.Devices.Interfaces[0].Ports = []virtv1.Port{{Port: 8080}}
	})
	newVM(t, ns, "bridged", virtv1.RunStrategyAlways, listening("80/tcp", map[string]string{"app": "bridged"}), func(vm *virtv1.VirtualMachine) {
		vm.Spec.Template.ObjectMeta.Annotations["kubevirt.io/allow-pod-bridge-network-live-migration"] = ""
		vm.Spec.Template.Spec.Domain.Devices.Interfaces[0].InterfaceBindingMethod = virtv1.InterfaceBindingMethod{Bridge: &virtv1.InterfaceBridge{}}
	})
	listed := newService(t, ns, "listed", map[string]string{"app": "listed"}, withPorts(80, 80, 81, 8080)).Spec.ClusterIP
	bridged := newService(t, ns, "bridged", map[string]string{"app": "bridged"}, withPorts(80, 80)).Spec.ClusterIP
	for _, from := range clients {
		reaches(t, from, "tcp", at(listed, 81), "VM listed")
		misses(t, from, "tcp", at(listed, 80))
		reaches(t, from, "tcp", at(bridged, 80), "VM bridged")
	}
}
