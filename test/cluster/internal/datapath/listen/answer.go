package listen

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"time"
)

// patience is how long a client may take to send its request.
const patience = 100 * time.Millisecond

// Answer opens the ports. Each answers any client with a line such as "VM web in
// prod2 answers on 10.8.0.5:80 to 10.8.1.7": over TCP as a small HTTP/1.0 page. who
// is the line's beginning; ip is the pod's address, whatever the guest's own is.
func (s *Sockets) Answer(in Opener, ports []Port, who, ip string) error {
	for _, p := range ports {
		line := func(to net.Addr) []byte {
			host, _, _ := net.SplitHostPort(to.String())
			return fmt.Appendf(nil, "%s answers on %s:%d to %s\n", who, ip, p.Address.Port(), host)
		}
		var err error
		if p.Protocol == "udp" {
			err = s.udp(in, p.Address.String(), func(_ []byte, from net.Addr, answer func([]byte)) { answer(line(from)) })
		} else {
			err = s.tcp(in, p.Address.String(), func(c net.Conn) { servePage(c, line(c.RemoteAddr())) })
		}
		if err != nil {
			s.Close()
			return err
		}
	}
	return nil
}

// servePage answers once the request is there; a client that sends none is answered
// after the patience.
func servePage(c net.Conn, body []byte) {
	_ = c.SetDeadline(time.Now().Add(patience))
	request, chunk := []byte(nil), make([]byte, 4096)
	for !bytes.Contains(request, []byte("\r\n\r\n")) {
		n, err := c.Read(chunk)
		if err != nil {
			break
		}
		request = append(request, chunk[:n]...)
	}
	_ = c.SetDeadline(time.Now().Add(10 * patience))
	_, _ = fmt.Fprintf(c, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	if tcp, ok := c.(*net.TCPConn); ok {
		// Closed with something unread, it would be a reset, which may overtake the page.
		_ = tcp.CloseWrite()
		_, _ = io.Copy(io.Discard, c)
	}
}
