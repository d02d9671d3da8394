package node

import (
	"context"
	"fmt"

	discoveryv1 "k8s.io/api/discovery/v1"

	"expose-vm/test/cluster/internal/datapath"
	"expose-vm/test/cluster/internal/state"
)

func (o Options) dns() string { return fmt.Sprintf("127.0.0.1:%d", o.DNSPort) }

// startDataPath starts it if it is wanted; without one it is nil, and the report says why.
func (o Options) startDataPath(ctx context.Context, d datapath.Options) (*datapath.DataPath, state.DataPath) {
	if !o.DataPath {
		const why = "the cluster was started with --data-path=false"
		return nil, state.DataPath{WhyNot: why, WhyNoPolicies: why}
	}
	d.DNS, d.Nft = o.dns(), o.Nft
	return datapath.Start(ctx, d)
}

// serviceOfSlice maps an EndpointSlice to its Service.
func serviceOfSlice(o any) []string {
	s, ok := o.(*discoveryv1.EndpointSlice)
	if !ok || s.Labels[discoveryv1.LabelServiceName] == "" {
		return nil
	}
	return []string{s.Namespace + "/" + s.Labels[discoveryv1.LabelServiceName]}
}
