package netns

import (
	"fmt"
	"net"
	"time"

	"github.com/vishvananda/netlink"
)

// Connect makes a veth pair from n, where it is called name, to peer, where it is
// called peerName.
func (n *Namespace) Connect(name string, peer *Namespace, peerName string) error {
	return n.Do(func() error {
		attrs := netlink.NewLinkAttrs()
		attrs.Name = name
		veth := &netlink.Veth{LinkAttrs: attrs, PeerName: peerName, PeerNamespace: netlink.NsFd(int(peer.file.Fd()))}
		if err := netlink.LinkAdd(veth); err != nil {
			return fmt.Errorf("veth pair %s: %w", name, err)
		}
		return nil
	})
}

// The functions below work in the namespace of the calling thread: call them in Do.

// Raise brings a link up, with addresses in CIDR notation.
func Raise(name string, addresses ...string) (netlink.Link, error) {
	l, err := netlink.LinkByName(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, a := range addresses {
		addr, err := netlink.ParseAddr(a)
		if err != nil {
			return nil, err
		}
		if err := netlink.AddrAdd(l, addr); err != nil {
			return nil, fmt.Errorf("address %s of %s: %w", a, name, err)
		}
	}
	if err := netlink.LinkSetUp(l); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// Delete removes a link, and with it the other end of a veth pair.
func Delete(name string) error {
	l, err := netlink.LinkByName(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return netlink.LinkDel(l)
}

// Bridge makes a bridge of links and brings it up.
func Bridge(name string, addresses []string, links ...string) error {
	attrs := netlink.NewLinkAttrs()
	attrs.Name = name
	if err := netlink.LinkAdd(&netlink.Bridge{LinkAttrs: attrs}); err != nil {
		return fmt.Errorf("bridge %s: %w", name, err)
	}
	for _, link := range links {
		if err := Plug(link, name); err != nil {
			return err
		}
	}
	_, err := Raise(name, addresses...)
	return err
}

// Plug brings a link up and makes it a port of a bridge.
func Plug(link, bridge string) error {
	l, err := Raise(link)
	if err != nil {
		return err
	}
	b, err := netlink.LinkByName(bridge)
	if err != nil {
		return fmt.Errorf("%s: %w", bridge, err)
	}
	if err := netlink.LinkSetMaster(l, b); err != nil {
		return fmt.Errorf("%s in bridge %s: %w", link, bridge, err)
	}
	return nil
}

// AwaitUp waits until the kernel has seen that links are up. It drops what is sent on
// them before that, and a client would send it again after a second only.
func AwaitUp(names ...string) error {
	for _, name := range names {
		for end := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
			l, err := netlink.LinkByName(name)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if l.Attrs().OperState == netlink.OperUp {
				break
			}
			if time.Now().After(end) {
				return fmt.Errorf("%s stays %s", name, l.Attrs().OperState)
			}
		}
	}
	return nil
}

// Bare takes a link's addresses away.
func Bare(name string) error {
	l, err := netlink.LinkByName(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	addresses, err := netlink.AddrList(l, netlink.FAMILY_V4)
	if err != nil {
		return err
	}
	for i := range addresses {
		if err := netlink.AddrDel(l, &addresses[i]); err != nil {
			return err
		}
	}
	return nil
}

// Attach gives a pod's link its address and, through the gateway, all the rest.
func Attach(name, address, gateway string) error {
	l, err := Raise(name, address)
	if err != nil {
		return err
	}
	if err := Route(l, gateway+"/32", ""); err != nil {
		return err
	}
	return Route(l, "0.0.0.0/0", gateway)
}

// Route adds a route to a CIDR: through a gateway, or on the link when that is "".
func Route(l netlink.Link, to, gateway string) error {
	r, err := routeOf(l, to)
	if err != nil {
		return err
	}
	if gateway == "" {
		r.Scope = netlink.SCOPE_LINK
	} else {
		r.Gw = net.ParseIP(gateway)
	}
	if err := netlink.RouteReplace(r); err != nil {
		return fmt.Errorf("route to %s by %q: %w", to, gateway, err)
	}
	return nil
}

// Unroute removes the route to a CIDR.
func Unroute(l netlink.Link, to string) error {
	r, err := routeOf(l, to)
	if err != nil {
		return err
	}
	return netlink.RouteDel(r)
}

func routeOf(l netlink.Link, to string) (*netlink.Route, error) {
	_, destination, err := net.ParseCIDR(to)
	if err != nil {
		return nil, err
	}
	return &netlink.Route{LinkIndex: l.Attrs().Index, Dst: destination}, nil
}
