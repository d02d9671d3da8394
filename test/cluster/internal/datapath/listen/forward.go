package listen

import (
	"io"
	"net"
	"time"
)

// forwardPatience is how long the other side may take.
const forwardPatience = 5 * time.Second

// ForwardTCP carries connections to an address inside on to one of this process's
// own network.
func (s *Sockets) ForwardTCP(in Opener, inside, outside string) error {
	return s.tcp(in, inside, func(client net.Conn) {
		server, err := net.DialTimeout("tcp", outside, forwardPatience)
		if err != nil {
			return
		}
		defer server.Close()
		go func() {
			_, _ = io.Copy(server, client)
			if c, ok := server.(*net.TCPConn); ok {
				_ = c.CloseWrite()
			}
		}()
		_, _ = io.Copy(client, server)
	})
}

// ForwardUDP does so for questions that have one answer each, as DNS has.
func (s *Sockets) ForwardUDP(in Opener, inside, outside string) error {
	return s.udp(in, inside, func(question []byte, _ net.Addr, answer func([]byte)) {
		server, err := net.Dial("udp", outside)
		if err != nil {
			return
		}
		defer server.Close()
		_ = server.SetDeadline(time.Now().Add(forwardPatience))
		if _, err := server.Write(question); err != nil {
			return
		}
		b := make([]byte, 65535)
		if n, err := server.Read(b); err == nil {
			answer(b[:n])
		}
	})
}
