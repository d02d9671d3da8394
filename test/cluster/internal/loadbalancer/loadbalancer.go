// Package loadbalancer gives Services of one loadBalancerClass an outside
// address. All others stay pending, as on bare metal without a provider.
package loadbalancer

import (
	"context"
	"net/netip"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"

	"expose-vm/test/cluster/internal/address"
	"expose-vm/test/cluster/internal/knob"
)

// Range is a documentation range (RFC 5737): outside of the cluster's own network
// namespaces nothing on it can be reached.
const Range = "192.0.2.0/24"

// Contains says whether an address is of the range.
func Contains(address string) bool {
	a, err := netip.ParseAddr(address)
	return err == nil && netip.MustParsePrefix(Range).Contains(a)
}

// Balancer assigns addresses; the data path carries the traffic.
type Balancer struct {
	Client   kubernetes.Interface
	Services corelisters.ServiceLister
	Pool     *address.Pool
}

// Adopt takes over what Services already have.
func (b *Balancer) Adopt(services []*corev1.Service) {
	for _, s := range services {
		if isOurs(s) && len(s.Status.LoadBalancer.Ingress) > 0 {
			b.Pool.Adopt(s.Namespace+"/"+s.Name, s.Status.LoadBalancer.Ingress[0].IP)
		}
	}
}

func isOurs(s *corev1.Service) bool {
	return s.Spec.Type == corev1.ServiceTypeLoadBalancer && s.Spec.LoadBalancerClass != nil &&
		*s.Spec.LoadBalancerClass == knob.LoadBalancerClass
}

// Reconcile gives one Service its address or takes it back.
func (b *Balancer) Reconcile(ctx context.Context, key string) (time.Duration, error) {
	ns, name, err := cache.SplitMetaNamespaceKey(key)
	if err != nil {
		return 0, err
	}
	s, err := b.Services.Services(ns).Get(name)
	if apierrors.IsNotFound(err) {
		b.Pool.Release(key)
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	var want []corev1.LoadBalancerIngress
	if isOurs(s) && s.DeletionTimestamp == nil {
		ip, err := b.Pool.Get(key)
		if err != nil {
			return 0, err
		}
		vip := corev1.LoadBalancerIPModeVIP
		want = []corev1.LoadBalancerIngress{{IP: ip, IPMode: &vip}}
	} else {
		b.Pool.Release(key)
	}
	have := s.Status.LoadBalancer.Ingress
	if len(want) == 0 && len(have) > 0 && !b.Pool.Contains(have[0].IP) {
		return 0, nil // another provider's
	}
	if len(have) == len(want) && (len(want) == 0 || have[0].IP == want[0].IP) {
		return 0, nil
	}
	s = s.DeepCopy()
	s.Status.LoadBalancer.Ingress = want
	_, err = b.Client.CoreV1().Services(ns).UpdateStatus(ctx, s, metav1.UpdateOptions{})
	if apierrors.IsNotFound(err) {
		return 0, nil
	}
	return 0, err
}
