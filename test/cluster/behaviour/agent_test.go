package behaviour

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	virtv1 "kubevirt.io/api/core/v1"
)

// agentOf finds the process of this cluster that is a node's agent; 0 for none.
func agentOf(t *testing.T, node string) int {
	t.Helper()
	ofThisCluster := []byte("\x00" + filepath.Dir(local.DataPath.Socket) + "/")
	commands, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range commands {
		command, err := os.ReadFile(file) // it may have ended meanwhile
		if err != nil || !bytes.Contains(command, []byte("\x00node-agent\x00--node\x00"+node+"\x00")) || !bytes.Contains(command, ofThisCluster) {
			continue
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil {
			t.Fatal(err)
		}
		return pid
	}
	return 0
}

// Not parallel: until the agent is back, changes of other tests would not reach
// kube-proxy on its node.
func TestANodesAgentThatIsKilledIsStartedAgain(t *testing.T) {
	ns, _, clients := onPort80(t)
	killed := agentOf(t, "node2")
	if killed == 0 {
		t.Fatal("no process is the agent of node2")
	}
	if err := syscall.Kill(killed, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	// only the kube-proxy of a new agent knows of a Service that is made now
	newVM(t, ns, "late", virtv1.RunStrategyAlways, listening("8080/tcp", map[string]string{"app": "late"}), onNode("node2"))
	address := at(newService(t, ns, "late", map[string]string{"app": "late"}).Spec.ClusterIP, 80)
	for _, from := range append(clients, "node/node2") {
		reaches(t, from, "tcp", address, fmt.Sprintf("VM late in %s", ns))
	}
	if again := agentOf(t, "node2"); again == 0 || again == killed {
		t.Errorf("the agent of node2 is process %d, which was killed as %d", again, killed)
	}
}
