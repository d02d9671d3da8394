package datapath

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/vishvananda/netlink"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/tools/cache"

	"expose-vm/test/cluster/internal/datapath/netns"
	"expose-vm/test/cluster/internal/loadbalancer"
)

// Balance leads a Service's load balancer addresses from outside to one node, as a
// load balancer that announces them on the nodes' network: with
// externalTrafficPolicy Local to a node that has a ready endpoint, or to none.
func (d *DataPath) Balance(_ context.Context, key string) (time.Duration, error) {
	ns, name, err := cache.SplitMetaNamespaceKey(key)
	if err != nil {
		return 0, err
	}
	want := map[string]string{}
	s, err := d.Services.Services(ns).Get(name)
	if err == nil {
		want, err = d.announcements(s)
	}
	if err != nil && !apierrors.IsNotFound(err) {
		return 0, err
	}
	d.balancing.Lock()
	defer d.balancing.Unlock()
	have := d.announced[key]
	if maps.Equal(have, want) {
		return 0, nil
	}
	err = d.outside.Do(func() error {
		l, err := netlink.LinkByName(fabric)
		if err != nil {
			return err
		}
		for ip := range have {
			if want[ip] == "" {
				if err := netns.Unroute(l, ip+"/32"); err != nil {
					return err
				}
			}
		}
		for ip, node := range want {
			if err := netns.Route(l, ip+"/32", d.nodes[node].address); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		d.announced[key] = want
	}
	return 0, err
}

// announcements are the nodes by address.
func (d *DataPath) announcements(s *corev1.Service) (map[string]string, error) {
	nodes := slices.Sorted(maps.Keys(d.nodes))
	if s.Spec.ExternalTrafficPolicy == corev1.ServiceExternalTrafficPolicyLocal {
		var err error
		if nodes, err = d.nodesWithEndpoints(s); err != nil {
			return nil, err
		}
	}
	to := map[string]string{}
	for _, i := range s.Status.LoadBalancer.Ingress {
		if len(nodes) > 0 && loadbalancer.Contains(i.IP) {
			to[i.IP] = nodes[0]
		}
	}
	return to, nil
}

func (d *DataPath) nodesWithEndpoints(s *corev1.Service) ([]string, error) {
	all, err := d.Slices.EndpointSlices(s.Namespace).List(labels.SelectorFromSet(labels.Set{discoveryv1.LabelServiceName: s.Name}))
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, slice := range all {
		for _, e := range slice.Endpoints {
			isReady := e.Conditions.Ready == nil || *e.Conditions.Ready
			if isReady && e.NodeName != nil && d.nodes[*e.NodeName] != nil {
				found[*e.NodeName] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}
