package datapath

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/netns"
)

func TestAPodWhoseAddressCannotBeCarriedGoesOnWithoutNetwork(t *testing.T) {
	n := newNetwork(t)
	n.pod("first", "node1", "10.8.0.20")
	wanted := func(p *corev1.Pod) { p.Annotations["expose-vm.test/pod-ip"] = p.Status.PodIP }
	for name, c := range map[string]struct{ node, ip, why string }{
		"loopback":   {"node1", "127.0.0.1", "its address 127.0.0.1 is none for pods of node1 (10.8.0.0/23)"},
		"other-node": {"node1", "10.8.2.7", "its address 10.8.2.7 is none for pods of node1"},
		"gateway":    {"node2", "10.8.2.1", "its address 10.8.2.1 is none for pods of node2"},
		"nonsense":   {"node1", "nonsense", "its address nonsense is none"},
		"ipv6":       {"node1", "fd01::5", "its address fd01::5 is none"},
		"taken":      {"node1", "10.8.0.20", "its address 10.8.0.20 is that of ns/first"},
		"elsewhere":  {"node3", "10.8.0.21", `there is no node "node3"`},
	} {
		n.pod(name, c.node, c.ip, wanted)
		if _, err := n.Find("pod/ns/" + name); err == nil || !strings.Contains(err.Error(), "no such place: pod/ns/"+name+" has no network: "+c.why) {
			t.Errorf("%s: %v", name, err)
		}
		if n.Within(uidOf(name)) != nil {
			t.Errorf("%s: a command would be run in a network", name)
		}
	}
	if have := fmt.Sprint(n.List()); have != "[node/node1 node/node2 outside pod/ns/first]" {
		t.Error(have)
	}
}

func TestTwoHundredPodsReachEachOther(t *testing.T) {
	n := newNetwork(t)
	const pods = 200
	began := time.Now()
	var all sync.WaitGroup
	address := func(i int) string { return fmt.Sprintf("10.8.%d.%d", 2*(i%2), 10+i) }
	for i := range pods {
		all.Go(func() { n.pod(fmt.Sprintf("pod-%03d", i), fmt.Sprintf("node%d", 1+i%2), address(i), listens("80/tcp")) })
	}
	all.Wait()
	t.Logf("%d pods in %v", pods, time.Since(began))
	for i := range pods {
		all.Go(func() {
			n.want("answered", fmt.Sprintf("Pod pod-%03d in ns", (i+1)%pods), fmt.Sprintf("pod/ns/pod-%03d", i), "tcp", address((i+1)%pods)+":80")
		})
	}
	all.Wait()
	for _, p := range n.stored.List() {
		n.drop(keyOf(p.(*corev1.Pod)), "")
	}
	if have := fmt.Sprint(n.List()); have != "[node/node1 node/node2 outside]" {
		t.Error(have)
	}
}

func TestAPodOfTheSameNameTakesOverWhenTheOtherHasGone(t *testing.T) {
	n := newNetwork(t)
	n.pod("client", "node2", "10.8.2.20")
	n.pod("server", "node1", "10.8.0.20", listens("80/tcp"))
	n.want("answered", "", "pod/ns/client", "tcp", "10.8.0.20:80")
	n.pod("server", "node1", "10.8.0.21", listens("80/tcp"), func(p *corev1.Pod) { p.UID = uidOf("another") })
	n.want("answered", "10.8.0.21:80", "pod/ns/client", "tcp", "10.8.0.21:80")
	n.want("timed out", "", "pod/ns/client", "tcp", "10.8.0.20:80")
}

func TestNothingIsMadeInTheNetworkOfThisProcess(t *testing.T) {
	links := func() string {
		all, err := os.ReadFile("/proc/net/dev")
		if err != nil {
			t.Fatal(err)
		}
		names := ""
		for line := range strings.Lines(string(all)) {
			name, _, _ := strings.Cut(line, ":")
			names += name
		}
		return names
	}
	before := links()
	n := newNetwork(t)
	n.vm("web", vmIP, "80/tcp", masquerade())
	if after := links(); after != before {
		t.Errorf("links before %q, after %q", before, after)
	}
}

func TestACommandIsRunInThePodsNetwork(t *testing.T) {
	n := newNetwork(t)
	p := n.pod("client", "node1", "10.8.0.20")
	var out []byte
	err := n.Within(p.UID)(func() (err error) { out, err = exec.Command("cat", "/proc/self/net/fib_trie").Output(); return err })
	if err != nil || !strings.Contains(string(out), "10.8.0.20") {
		t.Errorf("%v %s", err, out)
	}
}

func TestAnAgentThatIsKilledIsStartedAgainInItsNodesNetwork(t *testing.T) {
	n := newNetwork(t)
	for _, m := range n.nodes {
		if err := n.startAgent(m, true); err != nil {
			t.Fatal(err)
		}
	}
	first := awaitAgent(t, n.nodes["node1"].namespace)
	if err := syscall.Kill(first, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	if have := n.event("NodeAgentEnded"); !strings.Contains(have, "node1: kube-proxy and the network policies of the node ended (signal: killed) and are started again") {
		t.Error(have)
	}
	if second := awaitAgent(t, n.nodes["node1"].namespace); second == first {
		t.Error("the same process")
	}
	awaitAgent(t, n.nodes["node2"].namespace)
}

// awaitAgent waits for the agent of these tests, and returns its process's number.
func awaitAgent(t *testing.T, in *netns.Namespace) (pid int) {
	t.Helper()
	var err error
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		c, dialed := in.Dial(t.Context(), "tcp", "127.0.0.1:10249", time.Second)
		if err = dialed; err == nil {
			_, err = fmt.Fscan(c, &pid)
			c.Close()
			if err == nil {
				return pid
			}
		}
	}
	t.Fatal(err)
	return 0
}
