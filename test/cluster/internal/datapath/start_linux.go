package datapath

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"k8s.io/apimachinery/pkg/types"

	"expose-vm/test/cluster/internal/datapath/agent"
	"expose-vm/test/cluster/internal/datapath/dial"
	"expose-vm/test/cluster/internal/datapath/netns"
	"expose-vm/test/cluster/internal/state"
)

// DataPath is the network of all nodes.
type DataPath struct {
	Options
	outside *netns.Namespace
	nodes   map[string]*node

	mu   sync.Mutex
	pods map[types.UID]*pod
	// without has the pods that have no network, by namespace/name, and why.
	without map[string]string

	balancing sync.Mutex
	// announced has the nodes that outside addresses lead to, by Service and address.
	announced map[string]map[string]string
}

// longestSocket is how long the path of a unix socket may be.
const longestSocket = 107

// Start makes the nodes' networks and starts their agents. It returns nil, and why,
// where this system allows none of it.
func Start(ctx context.Context, o Options) (*DataPath, state.DataPath) {
	d, err := start(ctx, o)
	if err != nil {
		return nil, state.DataPath{WhyNot: err.Error(), WhyNoPolicies: "there is no data path"}
	}
	report := state.DataPath{Socket: o.Folder.Socket(), EnforcesPolicies: true}
	if err := agent.CanQueue(d.outside); err != nil {
		report.EnforcesPolicies, report.WhyNoPolicies = false, err.Error()
	}
	for _, n := range d.nodes {
		if err := d.startAgent(n, report.EnforcesPolicies); err != nil {
			d.Close()
			return nil, state.DataPath{WhyNot: err.Error(), WhyNoPolicies: "there is no data path"}
		}
	}
	return d, report
}

func start(ctx context.Context, o Options) (*DataPath, error) {
	if len(o.Folder.Socket()) > longestSocket {
		return nil, fmt.Errorf("%s is longer than the %d characters that the path of a socket may have", o.Folder.Socket(), longestSocket)
	}
	if os.Geteuid() != 0 {
		return nil, errors.New("this system allows an ordinary user no user namespaces")
	}
	if err := provideNft(o.Nft); err != nil {
		return nil, err
	}
	d := &DataPath{Options: o, nodes: map[string]*node{}, pods: map[types.UID]*pod{}, without: map[string]string{},
		announced: map[string]map[string]string{}}
	if err := d.makeOutside(); err != nil {
		return nil, err
	}
	if err := d.outside.Do(checkRules); err != nil {
		return nil, err
	}
	return d, d.makeNodes(ctx)
}

// Serve answers on the socket until ctx ends.
func (d *DataPath) Serve(ctx context.Context) error {
	return dial.NewServer(d).Serve(ctx, d.Folder.Socket())
}
