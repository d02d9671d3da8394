package datapath

import (
	"context"
	"fmt"
	"net/netip"

	"github.com/vishvananda/netlink"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"expose-vm/test/cluster/internal/datapath/listen"
	"expose-vm/test/cluster/internal/datapath/netns"
	"expose-vm/test/cluster/internal/knob"
	"expose-vm/test/cluster/internal/supervise"
)

// The nodes are connected by a switch in the outside's namespace, which has an address
// of the nodes' network itself and knows no way to pods and Services.
const (
	fabric         = "fabric"
	uplink         = "uplink"
	outsideAddress = "198.51.100.1"
	fabricPrefix   = "/24"
)

// node is one node's network.
type node struct {
	name      string
	namespace *netns.Namespace
	// address is the node's own, gateway the one by which its pods reach all else.
	address, gateway string
	pods             netip.Prefix
	sockets          listen.Sockets
	agent            *supervise.Child
}

func (d *DataPath) makeOutside() error {
	var err error
	if d.outside, err = netns.New(); err != nil {
		return err
	}
	if err := d.outside.Forward(); err != nil {
		return err
	}
	return d.outside.Do(func() error { return netns.Bridge(fabric, []string{outsideAddress + fabricPrefix}) })
}

func (d *DataPath) makeNodes(ctx context.Context) error {
	list, err := d.Client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
	if err != nil {
		return err
	}
	for i := range list.Items {
		n, err := d.makeNode(&list.Items[i])
		if err != nil {
			return fmt.Errorf("node %s: %w", list.Items[i].Name, err)
		}
		d.nodes[n.name] = n
	}
	for _, n := range d.nodes {
		if err := n.namespace.Do(func() error { return d.routeToOthers(n) }); err != nil {
			return fmt.Errorf("node %s: %w", n.name, err)
		}
	}
	return nil
}

func (d *DataPath) makeNode(n *corev1.Node) (*node, error) {
	pods, err := netip.ParsePrefix(n.Spec.PodCIDR)
	if err != nil {
		return nil, err
	}
	m := &node{name: n.Name, address: n.Annotations[knob.NodeAddress], pods: pods.Masked(), gateway: pods.Masked().Addr().Next().String()}
	if m.namespace, err = netns.New(); err != nil {
		return nil, err
	}
	if err := m.namespace.Forward(); err != nil {
		return nil, err
	}
	if err := d.outside.Connect("to-"+n.Name, m.namespace, uplink); err != nil {
		return nil, err
	}
	if err := d.outside.Do(func() error { return netns.Plug("to-"+n.Name, fabric) }); err != nil {
		return nil, err
	}
	err = m.namespace.Do(func() error {
		if _, err := netns.Raise("lo", m.gateway+"/32"); err != nil {
			return err
		}
		_, err := netns.Raise(uplink, m.address+fabricPrefix)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := d.outside.Do(func() error { return netns.AwaitUp("to-"+n.Name, fabric) }); err != nil {
		return nil, err
	}
	// The agent's kubeconfig names the API server's loopback address; it is right inside too.
	return m, m.sockets.ForwardTCP(m.namespace, d.APIServer, d.APIServer)
}

// routeToOthers works in the node's namespace.
func (d *DataPath) routeToOthers(n *node) error {
	l, err := netlink.LinkByName(uplink)
	if err != nil {
		return err
	}
	for _, other := range d.nodes {
		if other == n {
			continue
		}
		if err := netns.Route(l, other.pods.String(), other.address); err != nil {
			return err
		}
	}
	return netns.Route(l, "0.0.0.0/0", outsideAddress)
}
