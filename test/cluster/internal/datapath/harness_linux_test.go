package datapath

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes/fake"
	corelisters "k8s.io/client-go/listers/core/v1"
	discoverylisters "k8s.io/client-go/listers/discovery/v1"
	"k8s.io/client-go/tools/cache"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/dial"
	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/state"
	"expose-vm/test/cluster/internal/supervise"
)

// TestMain runs the tests as root, of a user namespace where the user is an ordinary
// one. The test binary is also the agent that the data path starts; it only tells
// its process's number.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == AgentCommand {
		supervise.AwaitRelease()
		agent, err := net.Listen("tcp4", "127.0.0.1:10249")
		for err == nil {
			var c net.Conn
			if c, err = agent.Accept(); err == nil {
				fmt.Fprint(c, os.Getpid())
				c.Close()
			}
		}
		os.Exit(1)
	}
	if os.Geteuid() != 0 {
		os.Exit(inUserNamespace())
	}
	os.Exit(m.Run())
}

func inUserNamespace() int {
	cmd := exec.Command("/proc/self/exe", os.Args[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	default:
		fmt.Fprintln(os.Stderr, "no user namespace:", err)
		if os.Getenv("CI") == "true" {
			return 1
		}
		return 0
	}
}

func uidOf(name string) types.UID { return types.UID(fmt.Sprintf("%x", sha256.Sum256([]byte(name)))) }

// network is a data path of two nodes without kube-proxy.
type network struct {
	*DataPath
	t      *testing.T
	client *fake.Clientset
	stored cache.Indexer
	vmis   cache.Store
}

func newNetwork(t *testing.T) *network {
	t.Helper()
	var nodes []corev1.Node
	for i, name := range []string{"node1", "node2"} {
		nodes = append(nodes, corev1.Node{
			ObjectMeta: metav1.ObjectMeta{Name: name, Annotations: map[string]string{"expose-vm.test/address": fmt.Sprintf("198.51.100.%d", 11+i)}},
			Spec:       corev1.NodeSpec{PodCIDR: fmt.Sprintf("10.8.%d.0/23", 2*i)}})
	}
	indexers := cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc}
	n := &network{t: t, client: fake.NewClientset(&nodes[0], &nodes[1]),
		stored: cache.NewIndexer(cache.MetaNamespaceKeyFunc, indexers), vmis: cache.NewStore(cache.MetaNamespaceKeyFunc)}
	dir, err := os.MkdirTemp("", "") // t.TempDir is too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	folder, err := state.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := start(t.Context(), Options{Folder: folder, Client: n.client, APIServer: "127.0.0.1:6443", DNS: "127.0.0.1:1",
		Nft: os.Getenv("NFT"), Guests: guest.Lister{Store: n.vmis}, Pods: corelisters.NewPodLister(n.stored),
		Services: corelisters.NewServiceLister(cache.NewIndexer(cache.MetaNamespaceKeyFunc, indexers)),
		Slices:   discoverylisters.NewEndpointSliceLister(cache.NewIndexer(cache.MetaNamespaceKeyFunc, indexers))})
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("no traffic is carried here: %v", err)
	}
	n.DataPath = d
	t.Cleanup(func() {
		d.Close()
		for _, p := range n.stored.List() {
			d.drop(keyOf(p.(*corev1.Pod)), "")
		}
	})
	return n
}

// pod adds a running pod, and brings its network to what it says.
func (n *network) pod(name, node, ip string, change ...func(*corev1.Pod)) *corev1.Pod {
	n.t.Helper()
	p := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Namespace: "ns", Name: name, UID: uidOf(name), Annotations: map[string]string{}}}
	p.Spec.NodeName, p.Status.PodIP, p.Status.Phase = node, ip, corev1.PodRunning
	for _, c := range change {
		c(p)
	}
	n.set(p)
	return p
}

func (n *network) set(p *corev1.Pod) {
	n.t.Helper()
	if err := n.stored.Update(p); err != nil {
		n.t.Fatal(err)
	}
	if _, err := n.Reconcile(n.t.Context(), keyOf(p)); err != nil {
		n.t.Fatal(err)
	}
}

func listens(text string) func(*corev1.Pod) {
	return func(p *corev1.Pod) { p.Annotations["expose-vm.test/listens"] = text }
}

// vm adds a running VMI with this interface, and its pod on node1.
func (n *network) vm(name, ip, ports string, iface virtv1.Interface) (*virtv1.VirtualMachineInstance, *corev1.Pod) {
	n.t.Helper()
	vmi := &virtv1.VirtualMachineInstance{ObjectMeta: metav1.ObjectMeta{Namespace: "ns", Name: name, UID: types.UID(name + "-uid")}}
	iface.Name = "default"
	vmi.Spec.Networks = []virtv1.Network{*virtv1.DefaultPodNetwork()}
	vmi.Spec.Domain.Devices.Interfaces = []virtv1.Interface{iface}
	vmi.Status.Phase, vmi.Status.NodeName = virtv1.Running, "node1"
	if err := n.vmis.Add(vmi); err != nil {
		n.t.Fatal(err)
	}
	return vmi, n.pod("virt-launcher-"+name, "node1", ip, listens(ports), ofVM(vmi))
}

func ofVM(vmi *virtv1.VirtualMachineInstance) func(*corev1.Pod) {
	return func(p *corev1.Pod) {
		p.Labels = map[string]string{virtv1.AppLabel: guest.LauncherLabel, virtv1.CreatedByLabel: string(vmi.UID)}
		p.OwnerReferences = []metav1.OwnerReference{{Kind: "VirtualMachineInstance", Name: vmi.Name}}
	}
}

func masquerade(ports ...int32) virtv1.Interface {
	i := virtv1.Interface{InterfaceBindingMethod: virtv1.InterfaceBindingMethod{Masquerade: &virtv1.InterfaceMasquerade{}}}
	for _, port := range ports {
		i.Ports = append(i.Ports, virtv1.Port{Port: port})
	}
	return i
}

// try dials once, as the socket does.
func (n *network) try(from, protocol, address string, milliseconds int) dial.Result {
	n.t.Helper()
	body, err := json.Marshal(dial.Request{From: from, Network: protocol, Address: address, TimeoutMilliseconds: milliseconds})
	if err != nil {
		n.t.Fatal(err)
	}
	w, result := httptest.NewRecorder(), dial.Result{}
	dial.NewServer(n.DataPath).Routes().ServeHTTP(w, httptest.NewRequest("POST", "/dial", bytes.NewReader(body)))
	if err := json.Unmarshal(w.Body.Bytes(), &result); err != nil || w.Code != 200 {
		n.t.Errorf("%d %s", w.Code, w.Body)
	}
	return result
}

// want fails unless an attempt has this outcome, and its answer this text.
func (n *network) want(outcome, text, from, protocol, address string) {
	n.t.Helper()
	milliseconds := 5000 // for a machine that is busy
	if outcome == dial.TimedOut {
		milliseconds = 300
	}
	if r := n.try(from, protocol, address, milliseconds); r.Outcome != outcome || !strings.Contains(r.Answer, text) {
		n.t.Errorf("%s to %s %s: %+v, want %s %q", from, protocol, address, r, outcome, text)
	}
}

// event waits for one and returns its message.
func (n *network) event(reason string) string {
	n.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		list, err := n.client.CoreV1().Events("").List(context.Background(), metav1.ListOptions{})
		if err != nil && !errors.Is(err, io.EOF) {
			n.t.Fatal(err)
		}
		for _, e := range list.Items {
			if e.Reason == reason {
				return e.InvolvedObject.Name + ": " + e.Message
			}
		}
	}
	n.t.Fatalf("no event %s", reason)
	return ""
}
