package listen

import (
	"io"
	"net"
	"sync"
)

// Opener opens sockets, in a network namespace.
type Opener interface {
	Listen(address string) (net.Listener, error)
	ListenPacket(address string) (net.PacketConn, error)
}

// Sockets are those that are open; the zero value has none.
type Sockets struct {
	mu  sync.Mutex
	all []io.Closer
}

// Close closes all of them. More can be opened afterwards.
func (s *Sockets) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.all {
		c.Close()
	}
	s.all = nil
}

func (s *Sockets) keep(c io.Closer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, c)
}

// tcp opens a listener and serves each connection on a goroutine until the
// listener is closed.
func (s *Sockets) tcp(in Opener, address string, serve func(net.Conn)) error {
	l, err := in.Listen(address)
	if err != nil {
		return err
	}
	s.keep(l)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { defer c.Close(); serve(c) }()
		}
	}()
	return nil
}

// udp opens a socket and hands each packet, with what sends an answer, to serve.
func (s *Sockets) udp(in Opener, address string, serve func(packet []byte, from net.Addr, answer func([]byte))) error {
	c, err := in.ListenPacket(address)
	if err != nil {
		return err
	}
	s.keep(c)
	go func() {
		for {
			packet := make([]byte, 65535)
			n, from, err := c.ReadFrom(packet)
			if err != nil {
				return
			}
			go serve(packet[:n], from, func(b []byte) { _, _ = c.WriteTo(b, from) })
		}
	}()
	return nil
}
