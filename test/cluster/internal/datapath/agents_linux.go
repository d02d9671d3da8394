package datapath

import (
	"context"
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/agent"
	"expose-vm/test/cluster/internal/state"
	"expose-vm/test/cluster/internal/supervise"
)

// thisBinary can be started by a user who may not enter its folder.
const thisBinary = "/proc/self/exe"

// startAgent starts a node's kube-proxy, with the policies if they can be enforced, in
// the node's namespace. When it ends it is started again.
func (d *DataPath) startAgent(n *node, policies bool) error {
	kubeconfig, config := d.Folder.ComponentKubeconfig("node"), d.Folder.ProxyConfig(n.name)
	if err := state.WriteFile(config, agent.Config(n.name, kubeconfig, podNetwork)); err != nil {
		return fmt.Errorf("configuration of kube-proxy: %w", err)
	}
	var err error
	n.agent, err = supervise.Start(supervise.Command{
		Name: AgentCommand + " of " + n.name, Binary: thisBinary, Within: n.namespace.Do, Log: d.Folder.Log(AgentCommand + "-" + n.name),
		Args: []string{AgentCommand, "--node", n.name, "--kubeconfig", kubeconfig, "--proxy-config", config, fmt.Sprintf("--policies=%v", policies)},
	}, func(err error) {
		how := "exit status 0"
		if err != nil {
			how = err.Error()
		}
		d.warn(corev1.ObjectReference{APIVersion: "v1", Kind: "Node", Name: n.name}, "NodeAgentEnded",
			fmt.Sprintf("kube-proxy and the network policies of the node ended (%s) and are started again; until then new connections fail", how))
	})
	if err != nil {
		return err
	}
	n.agent.Release()
	return nil
}

// Close ends the agents; the namespaces go with this process.
func (d *DataPath) Close() {
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	var all sync.WaitGroup
	for _, n := range d.nodes {
		if n.agent != nil {
			all.Go(func() { n.agent.Stop(ctx) })
		}
	}
	all.Wait()
}

// RunAgent is the command AgentCommand.
func RunAgent(args []string) error {
	var o agent.Options
	flags := flag.NewFlagSet(AgentCommand, flag.ExitOnError)
	flags.StringVar(&o.Node, "node", "", "the node's name")
	flags.StringVar(&o.Kubeconfig, "kubeconfig", "", "how to sign in")
	flags.StringVar(&o.ProxyConfig, "proxy-config", "", "file with kube-proxy's configuration")
	flags.BoolVar(&o.Policies, "policies", false, "enforce network policies")
	if err := flags.Parse(args); err != nil {
		return err
	}
	supervise.AwaitRelease()
	os.Args = os.Args[:1] // kube-proxy's flags are not these
	return agent.Run(context.Background(), o)
}
