package datapath

import (
	"context"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"expose-vm/test/cluster/internal/datapath/dial"
	"expose-vm/test/cluster/internal/datapath/netns"
)

// Find returns outside, node/NAME, pod/NAMESPACE/NAME or guest/NAMESPACE/POD.
func (d *DataPath) Find(where string) (dial.Place, error) {
	if n := d.namespaces()[where]; n != nil {
		return n, nil
	}
	_, key, _ := strings.Cut(where, "/")
	d.mu.Lock()
	why := d.without[key]
	d.mu.Unlock()
	if why != "" {
		return nil, fmt.Errorf("%w: %s has no network: %s", dial.ErrNoPlace, where, why)
	}
	return nil, fmt.Errorf("%w: %s", dial.ErrNoPlace, where)
}

// DialFromNode connects over TCP from a node's network, for as long as ctx allows.
func (d *DataPath) DialFromNode(ctx context.Context, node, address string) (net.Conn, error) {
	n := d.nodes[node]
	if n == nil {
		return nil, fmt.Errorf("%w: node/%s", dial.ErrNoPlace, node)
	}
	return n.namespace.Dial(ctx, "tcp", address, time.Minute)
}

// List is all of them, sorted.
func (d *DataPath) List() []string {
	places := []string{}
	for where := range d.namespaces() {
		places = append(places, where)
	}
	slices.Sort(places)
	return places
}

func (d *DataPath) namespaces() map[string]*netns.Namespace {
	all := map[string]*netns.Namespace{"outside": d.outside}
	for name, n := range d.nodes {
		all["node/"+name] = n.namespace
	}
	d.mu.Lock()
	pods := make([]*pod, 0, len(d.pods))
	for _, m := range d.pods {
		pods = append(pods, m)
	}
	d.mu.Unlock()
	for _, m := range pods {
		m.mu.Lock()
		if m.namespace != nil {
			all["pod/"+m.key] = m.namespace
		}
		if m.guest != nil {
			all["guest/"+m.key] = m.guest
		}
		m.mu.Unlock()
	}
	return all
}
