// Package agent is what runs on a node, in its network namespace and in a process of
// its own: the real kube-proxy and the real kube-network-policies.
package agent

import (
	"context"
	"log"
	"os"

	"k8s.io/kubernetes/cmd/kube-proxy/app"
)

// Options of a node's agent.
type Options struct {
	// Node is the node's name.
	Node string
	// Kubeconfig is right inside the node's namespace as well.
	Kubeconfig string
	// ProxyConfig is the file with kube-proxy's configuration.
	ProxyConfig string
	// Policies: network policies are enforced.
	Policies bool
}

// Run blocks until ctx ends or one of the two fails, for good as far as this process goes.
func Run(ctx context.Context, o Options) error {
	if o.Policies {
		go func() {
			if err := enforce(ctx, o); err != nil && ctx.Err() == nil {
				log.Printf("network policies are not enforced any more: %v", err)
				os.Exit(1) // whoever started this process starts it again
			}
		}()
	}
	proxy := app.NewProxyCommand()
	proxy.SetArgs([]string{"--config=" + o.ProxyConfig, "--v=1"})
	return proxy.ExecuteContext(ctx)
}
