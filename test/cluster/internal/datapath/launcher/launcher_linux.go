// Package launcher is virt-launcher's part in the network: it puts a guest behind its
// pod, by KubeVirt's own rules where the interface has the masquerade binding.
package launcher

import (
	"errors"
	"fmt"

	virtv1 "kubevirt.io/api/core/v1"
	"kubevirt.io/kubevirt/pkg/network/driver/nmstate"
	"kubevirt.io/kubevirt/pkg/network/setup/netpod/masquerade"

	"expose-vm/test/cluster/internal/datapath/netns"
)

// The names and addresses are those of a virt-launcher pod.
const (
	podLink, bridge, tap  = "eth0", "k6t-eth0", "tap0"
	gateway, guestAddress = "10.0.2.1", "10.0.2.2"
)

// ErrBinding: the interface's binding is none that can be carried.
var ErrBinding = errors.New("only the bindings masquerade and bridge are carried")

// PodInterface is the VMI's interface on the pod network, nil when it has none.
func PodInterface(vmi *virtv1.VirtualMachineInstance) *virtv1.Interface {
	for _, n := range vmi.Spec.Networks {
		for i := range vmi.Spec.Domain.Devices.Interfaces {
			if iface := &vmi.Spec.Domain.Devices.Interfaces[i]; n.Pod != nil && iface.Name == n.Name {
				return iface
			}
		}
	}
	return nil
}

// Launch makes a guest's namespace behind that of its pod, which has the address ip
// and reaches all else by podGateway.
func Launch(pod *netns.Namespace, ip, podGateway string, iface *virtv1.Interface) (*netns.Namespace, error) {
	guest, err := netns.New()
	if err != nil {
		return nil, err
	}
	if err = pod.Connect(tap, guest, podLink); err == nil {
		switch {
		case iface.Masquerade != nil:
			err = setUpMasquerade(pod, guest, ip, iface)
		case iface.Bridge != nil: //nolint:staticcheck // deprecated on the pod network, and still in use
			err = setUpBridge(pod, guest, ip, podGateway)
		default:
			err = fmt.Errorf("interface %s: %w", iface.Name, ErrBinding)
		}
	}
	if err != nil {
		guest.Close()
		return nil, err
	}
	return guest, nil
}

// setUpBridge gives the guest the pod's address.
func setUpBridge(pod, guest *netns.Namespace, ip, podGateway string) error {
	err := pod.Do(func() error {
		if err := netns.Bare(podLink); err != nil {
			return err
		}
		return netns.Bridge(bridge, nil, podLink, tap)
	})
	if err != nil {
		return err
	}
	if err := guest.Do(func() error { return netns.Attach(podLink, ip+"/32", podGateway) }); err != nil {
		return err
	}
	return pod.Do(func() error { return netns.AwaitUp(podLink, tap, bridge) })
}

func setUpMasquerade(pod, guest *netns.Namespace, ip string, iface *virtv1.Interface) error {
	if err := pod.Do(func() error { return netns.Bridge(bridge, []string{gateway + "/24"}, tap) }); err != nil {
		return err
	}
	if err := pod.Forward(); err != nil {
		return err
	}
	rules := &script{}
	if err := masquerade.New(masquerade.WithNftableAdapter(rules)).Setup(
		link(bridge, gateway, 24), link(podLink, ip, 32), *iface); err != nil {
		return err
	}
	if err := pod.Do(rules.load); err != nil {
		return err
	}
	err := guest.Do(func() error {
		eth0, err := netns.Raise(podLink, guestAddress+"/24")
		if err != nil {
			return err
		}
		return netns.Route(eth0, "0.0.0.0/0", gateway)
	})
	if err != nil {
		return err
	}
	return pod.Do(func() error { return netns.AwaitUp(tap, bridge) })
}

func link(name, ip string, prefix int) *nmstate.Interface {
	yes := true
	return &nmstate.Interface{Name: name,
		IPv4: nmstate.IP{Enabled: &yes, Address: []nmstate.IPAddress{{IP: ip, PrefixLen: prefix}}}}
}
