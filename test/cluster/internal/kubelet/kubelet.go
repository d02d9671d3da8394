// Package kubelet moves pods through their lives without running them: address,
// statuses, readiness, deadline, end. Only the command of the product's own test
// is run, in a sandbox.
package kubelet

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/address"
	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/knob"
)

// Kubelet plays that of every node.
type Kubelet struct {
	Client kubernetes.Interface
	Pods   corelisters.PodLister
	Nodes  corelisters.NodeLister
	Guests guest.Lister
	// Ranges are the nodes' pod address ranges by node name.
	Ranges map[string]*address.Pool
	// BootDelay is how long a virt-launcher pod stays Pending.
	BootDelay time.Duration
	// Commands are those that are really run.
	Commands *Commands
	// Probes are the readiness probes, which are really asked.
	Probes *Probes
	// Attach gives a pod with this address its network, as a CNI plugin; nil where there
	// is no data path.
	Attach func(p *corev1.Pod, address string) error
}

// Adopt takes over what pods already have, so that no address is given twice.
func (k *Kubelet) Adopt(pods []*corev1.Pod) {
	for _, p := range pods {
		if r := k.Ranges[p.Spec.NodeName]; r != nil && p.Status.PodIP != "" && !isTerminal(p) {
			r.Adopt(owner(p), p.Status.PodIP)
		}
	}
}

// Reconcile does the next thing for one pod.
func (k *Kubelet) Reconcile(ctx context.Context, key string) (time.Duration, error) {
	ns, name, err := cache.SplitMetaNamespaceKey(key)
	if err != nil {
		return 0, err
	}
	pod, err := k.Pods.Pods(ns).Get(name)
	if apierrors.IsNotFound(err) {
		for _, r := range k.Ranges {
			r.Release(key)
		}
		k.Commands.forget(key)
		k.Probes.forget(key)
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	r := k.Ranges[pod.Spec.NodeName]
	switch {
	case r == nil: // not bound yet, or to a node that is not ours
		return 0, nil
	case pod.DeletionTimestamp != nil:
		return 0, k.remove(ctx, pod)
	case isTerminal(pod):
		k.Probes.halt(pod.UID)
		r.Release(key)
		return 0, nil
	}
	next := pod.DeepCopy()
	changed, again, err := k.advance(next, r, time.Now())
	if err != nil || !changed {
		return again, err
	}
	_, err = k.Client.CoreV1().Pods(ns).UpdateStatus(ctx, next, metav1.UpdateOptions{})
	if apierrors.IsNotFound(err) {
		return 0, nil
	}
	return again, err
}

// advance writes the pod's next status; again is when to look once more.
func (k *Kubelet) advance(p *corev1.Pod, r *address.Pool, now time.Time) (changed bool, again time.Duration, err error) {
	if p.Status.Phase != corev1.PodRunning {
		if wait := p.CreationTimestamp.Add(k.bootDelay(p)).Sub(now); wait > 0 {
			return false, wait, nil
		}
		addr, host, err := k.addresses(p, r)
		if err != nil {
			return false, 0, err
		}
		if k.Attach != nil {
			if err := k.Attach(p, addr); err != nil {
				return false, 0, err
			}
		}
		run(p, addr, host, now)
		refreshReady(p, k.Probes.unready(p), now)
		if isRun(p) {
			k.Commands.start(p)
		}
		return true, deadline(p, now), nil
	}
	if left := deadline(p, now); left < 0 {
		k.Commands.halt(p.UID)
		finish(p, corev1.PodFailed, "DeadlineExceeded", "Pod was active on the node longer than the specified deadline", now)
		return true, 0, nil
	}
	if vmi := k.Guests.Of(p); vmi != nil && guest.HasLeft(vmi, p) {
		finish(p, corev1.PodSucceeded, "", "", now) // virt-launcher ends with its domain, or when that has moved away
		return true, 0, nil
	}
	if isRun(p) && k.Commands.follow(p) {
		return true, 0, nil
	}
	return refreshReady(p, k.Probes.unready(p), now), deadline(p, now), nil
}

// bootDelay applies to VMs alone.
func (k *Kubelet) bootDelay(p *corev1.Pod) time.Duration {
	if p.Labels[virtv1.AppLabel] != guest.LauncherLabel {
		return 0
	}
	return knob.Duration(p, knob.BootDelay, k.BootDelay)
}

// deadline is the time left of activeDeadlineSeconds: 0 without one, below 0 when over.
func deadline(p *corev1.Pod, now time.Time) time.Duration {
	if p.Spec.ActiveDeadlineSeconds == nil || p.Status.StartTime == nil {
		return 0
	}
	left := p.Status.StartTime.Add(time.Duration(*p.Spec.ActiveDeadlineSeconds) * time.Second).Sub(now)
	if left == 0 {
		return -1
	}
	return left
}

func (k *Kubelet) addresses(p *corev1.Pod, r *address.Pool) (addr, host string, err error) {
	node, err := k.Nodes.Get(p.Spec.NodeName)
	if err != nil {
		return "", "", fmt.Errorf("node of the pod: %w", err)
	}
	host = node.Annotations[knob.NodeAddress]
	if wanted := p.Annotations[knob.PodIP]; wanted != "" {
		return wanted, host, nil
	}
	if p.Spec.HostNetwork {
		return host, host, nil
	}
	addr, err = r.Get(owner(p))
	return addr, host, err
}

// remove ends a pod that is being deleted. A virt-launcher pod stays until its
// guest is down, which takes the guest's stop delay.
func (k *Kubelet) remove(ctx context.Context, p *corev1.Pod) error {
	if vmi := k.Guests.Of(p); vmi != nil && guest.RunsIn(vmi, p) {
		return nil // the VMI's next change comes back here
	}
	if isRun(p) && !isTerminal(p) {
		k.Commands.halt(p.UID)
		next := p.DeepCopy()
		finish(next, corev1.PodFailed, "", "", time.Now())
		_, err := k.Client.CoreV1().Pods(p.Namespace).UpdateStatus(ctx, next, metav1.UpdateOptions{})
		if apierrors.IsNotFound(err) {
			return nil
		}
		return err // the pod's change comes back here
	}
	now := int64(0)
	err := k.Client.CoreV1().Pods(p.Namespace).Delete(ctx, p.Name, metav1.DeleteOptions{
		GracePeriodSeconds: &now, Preconditions: &metav1.Preconditions{UID: &p.UID}})
	if apierrors.IsNotFound(err) {
		return nil
	}
	return err
}

func isTerminal(p *corev1.Pod) bool {
	return p.Status.Phase == corev1.PodSucceeded || p.Status.Phase == corev1.PodFailed
}

func owner(p *corev1.Pod) string { return p.Namespace + "/" + p.Name }
