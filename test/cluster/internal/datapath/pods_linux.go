package datapath

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/tools/cache"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/launcher"
	"expose-vm/test/cluster/internal/datapath/listen"
	"expose-vm/test/cluster/internal/datapath/netns"
	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/knob"
)

// pod is one pod's network, and its guest's.
type pod struct {
	key, ip string
	uid     types.UID
	node    *node

	mu               sync.Mutex
	namespace, guest *netns.Namespace
	isGone           bool
	sockets          listen.Sockets
	// listens is the annotation that the sockets are of; isListening says that it was tried.
	listens     string
	isListening bool
	isFrozen    bool
}

// link is the node's end of the pod's veth pair.
func (p *pod) link() string { return "p" + string(p.uid)[:13] }

// Attach gives a pod its network, once however often it is called, as a CNI plugin. A
// pod whose address cannot be carried goes on without.
func (d *DataPath) Attach(p *corev1.Pod, address string) error {
	m, err := d.entry(p, address)
	if m == nil || err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.isGone || m.namespace != nil {
		return nil
	}
	if err := d.build(m, p); err != nil {
		m.tearDown()
		return fmt.Errorf("network of the pod: %w", err)
	}
	return nil
}

// entry is what is known of a pod, new or not; nil when it gets no network.
func (d *DataPath) entry(p *corev1.Pod, address string) (*pod, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if m := d.pods[p.UID]; m != nil {
		return m, nil
	}
	n := d.nodes[p.Spec.NodeName]
	ip, err := netip.ParseAddr(address)
	switch {
	case p.Spec.HostNetwork:
		d.without[keyOf(p)] = "it is on its node's network"
		return nil, nil
	case n == nil:
		d.without[keyOf(p)] = fmt.Sprintf("there is no node %q", p.Spec.NodeName)
		return nil, nil
	case err != nil || !n.pods.Contains(ip) || address == n.gateway:
		d.without[keyOf(p)] = fmt.Sprintf("its address %s is none for pods of %s (%s)", address, n.name, n.pods)
		return nil, nil
	}
	for _, other := range d.pods {
		if other.ip != address {
			continue
		}
		why := fmt.Sprintf("its address %s is that of %s", address, other.key)
		if p.Annotations[knob.PodIP] != "" {
			d.without[keyOf(p)] = why
			return nil, nil
		}
		return nil, errors.New(why) // one that is about to go
	}
	m := &pod{key: keyOf(p), ip: address, uid: p.UID, node: n}
	d.pods[p.UID] = m
	delete(d.without, m.key)
	return m, nil
}

func (d *DataPath) build(m *pod, p *corev1.Pod) error {
	var vmi *virtv1.VirtualMachineInstance
	if p.Labels[virtv1.AppLabel] == guest.LauncherLabel {
		if vmi = d.Guests.Of(p); vmi == nil {
			return errors.New("its VMI is not known yet, or has gone")
		}
	}
	var err error
	if m.namespace, err = netns.New(); err != nil {
		return err
	}
	if err := m.node.namespace.Connect(m.link(), m.namespace, "eth0"); err != nil {
		return err
	}
	err = m.node.namespace.Do(func() error {
		l, err := netns.Raise(m.link())
		if err != nil {
			return err
		}
		return netns.Route(l, m.ip+"/32", "")
	})
	if err != nil {
		return err
	}
	if err := m.namespace.Do(func() error { return netns.Attach("eth0", m.ip+"/32", m.node.gateway) }); err != nil {
		return err
	}
	if err := m.node.namespace.Do(func() error { return netns.AwaitUp(m.link()) }); err != nil {
		return err
	}
	if vmi == nil {
		return nil
	}
	iface := launcher.PodInterface(vmi)
	if iface == nil {
		return nil
	}
	m.guest, err = launcher.Launch(m.namespace, m.ip, m.node.gateway, iface)
	if errors.Is(err, launcher.ErrBinding) {
		d.warn(refTo(p), "NoGuestNetwork", err.Error())
		return nil
	}
	if err != nil {
		return err
	}
	m.isFrozen = true
	return launcher.Freeze(m.guest)
}

// Within is how a process is started in the pod's network; nil when the pod has none.
func (d *DataPath) Within(uid types.UID) func(func() error) error {
	d.mu.Lock()
	m := d.pods[uid]
	d.mu.Unlock()
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.namespace == nil {
		return nil
	}
	return m.namespace.Do
}

// Reconcile brings one pod's network to what the pod and its VMI say.
func (d *DataPath) Reconcile(_ context.Context, key string) (time.Duration, error) {
	ns, name, err := cache.SplitMetaNamespaceKey(key)
	if err != nil {
		return 0, err
	}
	p, err := d.Pods.Pods(ns).Get(name)
	if apierrors.IsNotFound(err) {
		d.drop(key, "")
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if p.Status.Phase == corev1.PodSucceeded || p.Status.Phase == corev1.PodFailed {
		d.drop(key, "")
		return 0, nil
	}
	d.drop(key, p.UID)
	if p.Status.PodIP == "" {
		return 0, nil
	}
	if err := d.Attach(p, p.Status.PodIP); err != nil {
		return 0, err
	}
	d.mu.Lock()
	m := d.pods[p.UID]
	d.mu.Unlock()
	if m == nil {
		return 0, nil
	}
	return 0, d.follow(m, p)
}

// drop takes down the networks of all pods of a name but the one with this uid.
func (d *DataPath) drop(key string, but types.UID) {
	d.mu.Lock()
	var gone []*pod
	for uid, m := range d.pods {
		if m.key == key && uid != but {
			gone = append(gone, m)
			delete(d.pods, uid)
		}
	}
	if but == "" {
		delete(d.without, key)
	}
	d.mu.Unlock()
	for _, m := range gone {
		m.mu.Lock()
		m.isGone = true
		m.tearDown()
		m.mu.Unlock()
	}
}

// tearDown removes what has been made. The link is removed by name: the namespace
// lives on with any process or connection in it.
func (m *pod) tearDown() {
	m.sockets.Close()
	m.isListening = false
	_ = m.node.namespace.Do(func() error { return netns.Delete(m.link()) }) // there may be none yet
	for _, n := range []*netns.Namespace{m.namespace, m.guest} {
		if n != nil {
			n.Close()
		}
	}
	m.namespace, m.guest = nil, nil
}
