package sandbox

import (
	"io"
	"net"
	"os"
	"time"
)

// patience is how long a query may take.
const patience = 5 * time.Second

// dnsServer listens inside, on the port that glibc asks, and is served outside.
type dnsServer struct {
	udp net.PacketConn
	tcp net.Listener
}

// newDNSServer takes over both files.
func newDNSServer(udp, tcp *os.File) (*dnsServer, error) {
	defer udp.Close()
	defer tcp.Close()
	packets, err := net.FilePacketConn(udp)
	if err != nil {
		return nil, err
	}
	listener, err := net.FileListener(tcp)
	if err != nil {
		packets.Close()
		return nil, err
	}
	return &dnsServer{packets, listener}, nil
}

func (s *dnsServer) close() {
	s.udp.Close()
	s.tcp.Close()
}

// forward passes queries to the server at address until close.
func (s *dnsServer) forward(address string) {
	go s.forwardTCP(address)
	for {
		query := make([]byte, 65535)
		n, from, err := s.udp.ReadFrom(query)
		if err != nil {
			return
		}
		go func() {
			if answer, err := exchange(address, query[:n]); err == nil {
				_, _ = s.udp.WriteTo(answer, from)
			}
		}()
	}
}

// exchange asks once over UDP; the resolver inside asks again when nothing comes.
func exchange(address string, query []byte) ([]byte, error) {
	conn, err := net.Dial("udp", address)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(patience))
	if _, err := conn.Write(query); err != nil {
		return nil, err
	}
	answer := make([]byte, 65535)
	n, err := conn.Read(answer)
	return answer[:n], err
}

func (s *dnsServer) forwardTCP(address string) {
	for {
		inside, err := s.tcp.Accept()
		if err != nil {
			return
		}
		go func() {
			defer inside.Close()
			outside, err := net.DialTimeout("tcp", address, patience)
			if err != nil {
				return
			}
			defer outside.Close()
			end := time.Now().Add(patience)
			_, _ = inside.SetDeadline(end), outside.SetDeadline(end)
			go func() { _, _ = io.Copy(outside, inside) }()
			_, _ = io.Copy(inside, outside)
		}()
	}
}
