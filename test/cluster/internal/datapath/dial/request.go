// Package dial serves the socket on which tests ask for connections that are really
// tried, from a place in the cluster.
package dial

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// Request asks for one attempt.
type Request struct {
	// From is outside, node/NAME, pod/NAMESPACE/NAME or guest/NAMESPACE/POD.
	From string `json:"from"`
	// Network is tcp, udp or dns.
	Network string `json:"network"`
	// Address is HOST:PORT, for dns the name to look up.
	Address string `json:"address"`
	// TimeoutMilliseconds is how long the attempt may take.
	TimeoutMilliseconds int `json:"timeoutMilliseconds"`
}

// longest is the longest timeout that may be asked for.
const longest = time.Minute

// read takes a request and checks it; an error is the client's.
func read(body io.Reader) (Request, error) {
	var r Request
	decoder := json.NewDecoder(io.LimitReader(body, 64<<10))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil {
		return r, fmt.Errorf("the body is no request: %w", err)
	}
	return r, r.check()
}

func (r Request) check() error {
	if !isPlace(r.From) {
		return fmt.Errorf("from: %q is none of outside, node/NAME, pod/NAMESPACE/NAME, guest/NAMESPACE/POD", r.From)
	}
	if r.TimeoutMilliseconds < 1 || r.patience() > longest {
		return fmt.Errorf("timeoutMilliseconds: %d is not between 1 and %d", r.TimeoutMilliseconds, longest.Milliseconds())
	}
	switch r.Network {
	case "dns":
		if r.Address == "" || strings.ContainsAny(r.Address, " /:") {
			return fmt.Errorf("address: %q is no name", r.Address)
		}
		return nil
	case "tcp", "udp":
		return checkHostPort(r.Address)
	default:
		return fmt.Errorf("network: %q is none of tcp, udp, dns", r.Network)
	}
}

func checkHostPort(address string) error {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("address: %w", err)
	}
	if number, err := strconv.ParseUint(port, 10, 16); err != nil || number == 0 {
		return fmt.Errorf("address: %q is no port between 1 and 65535", port)
	}
	if host == "" {
		return errors.New("address: the host is missing")
	}
	return nil
}

func isPlace(where string) bool {
	parts := strings.Split(where, "/")
	for _, part := range parts {
		if part == "" {
			return false
		}
	}
	switch parts[0] {
	case "outside":
		return len(parts) == 1
	case "node":
		return len(parts) == 2
	case "pod", "guest":
		return len(parts) == 3
	default:
		return false
	}
}

func (r Request) patience() time.Duration {
	return time.Duration(r.TimeoutMilliseconds) * time.Millisecond
}
