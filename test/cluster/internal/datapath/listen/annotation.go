// Package listen opens what guests, and pods that are no VM's, listen on: sockets
// that answer with who was reached, and from where.
package listen

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
)

// Port is one socket to open.
type Port struct {
	// Protocol is tcp or udp.
	Protocol string
	// Address is 0.0.0.0 unless the port is asked for on one address alone.
	Address netip.AddrPort
}

// Parse reads the annotation: "80/tcp, 127.0.0.1:5432/tcp, 53/udp". An empty one is
// no port; one that makes no sense in any part is an error as a whole.
func Parse(text string) ([]Port, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	var ports []Port
	seen := map[Port]bool{}
	for _, item := range strings.Split(text, ",") {
		port, err := parseOne(strings.TrimSpace(item))
		if err != nil {
			return nil, err
		}
		if seen[port] {
			return nil, fmt.Errorf("%q is there twice", strings.TrimSpace(item))
		}
		seen[port] = true
		ports = append(ports, port)
	}
	return ports, nil
}

func parseOne(item string) (Port, error) {
	where, protocol, _ := strings.Cut(item, "/")
	if protocol != "tcp" && protocol != "udp" {
		return Port{}, fmt.Errorf("%q does not end with /tcp or /udp", item)
	}
	ip := netip.IPv4Unspecified()
	if address, port, found := strings.Cut(where, ":"); found {
		var err error
		if ip, err = netip.ParseAddr(address); err != nil || !ip.Is4() {
			return Port{}, fmt.Errorf("%q: %q is no IPv4 address", item, address)
		}
		where = port
	}
	number, err := strconv.ParseUint(where, 10, 16)
	if err != nil || number == 0 {
		return Port{}, fmt.Errorf("%q: %q is no port between 1 and 65535", item, where)
	}
	return Port{protocol, netip.AddrPortFrom(ip, uint16(number))}, nil
}
