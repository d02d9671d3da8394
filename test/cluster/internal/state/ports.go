package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
)

// Ports are the loopback ports of one cluster. They are kept over restarts, so
// that an open console or a kubeconfig outside keeps working.
type Ports struct {
	APIServer      int `json:"apiServer"`
	VirtAPI        int `json:"virtAPI"`
	VirtController int `json:"virtController"`
	VirtHandler    int `json:"virtHandler"`
	Kubelet        int `json:"kubelet"`
	DNS            int `json:"dns"`
}

// ChoosePorts returns the folder's ports, each replaced by a free one when
// something else has taken it meanwhile. A wanted API server port (not 0) must be free.
func (f Folder) ChoosePorts(apiServer int) (Ports, error) {
	var p Ports
	b, err := os.ReadFile(f.at("ports.json"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return p, fmt.Errorf("ports: %w", err)
	}
	if err == nil {
		if err := json.Unmarshal(b, &p); err != nil {
			return p, fmt.Errorf("ports.json: %w (start once with --fresh)", err)
		}
	}
	if apiServer != 0 {
		if !isFree(apiServer, false) {
			return p, fmt.Errorf("port %d on 127.0.0.1 is in use: give --api-port another, or 0 to have one chosen", apiServer)
		}
		p.APIServer = apiServer
	}
	taken := map[int]bool{}
	for _, port := range []struct {
		n   *int
		udp bool
	}{{&p.APIServer, false}, {&p.VirtAPI, false}, {&p.VirtController, false}, {&p.VirtHandler, false}, {&p.Kubelet, false}, {&p.DNS, true}} {
		if *port.n == 0 || taken[*port.n] || !isFree(*port.n, port.udp) {
			if *port.n, err = freePort(port.udp, taken); err != nil {
				return p, err
			}
		}
		taken[*port.n] = true
	}
	out, err := json.Marshal(p)
	if err != nil {
		return p, err
	}
	return p, WriteFile(f.at("ports.json"), out)
}

// isFree tries to listen; udp asks for the same UDP port as well, as DNS needs both.
func isFree(port int, udp bool) bool {
	addr := fmt.Sprintf("127.0.0.1:%d", port)
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return false
	}
	defer l.Close()
	if !udp {
		return true
	}
	u, err := net.ListenPacket("udp", addr)
	if err != nil {
		return false
	}
	u.Close()
	return true
}

func freePort(udp bool, taken map[int]bool) (int, error) {
	for range 100 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return 0, fmt.Errorf("no free port on 127.0.0.1: %w", err)
		}
		port := l.Addr().(*net.TCPAddr).Port
		l.Close()
		if !taken[port] && isFree(port, udp) {
			return port, nil
		}
	}
	return 0, errors.New("no free port on 127.0.0.1 after 100 tries")
}
