package listen

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// here opens sockets on this machine's loopback, on free ports, and remembers them.
type here struct {
	tcp, udp string
	refuses  bool
}

func (h *here) Listen(string) (net.Listener, error) {
	if h.refuses {
		return nil, fmt.Errorf("refused")
	}
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err == nil {
		h.tcp = l.Addr().String()
	}
	return l, err
}

func (h *here) ListenPacket(string) (net.PacketConn, error) {
	c, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err == nil {
		h.udp = c.LocalAddr().String()
	}
	return c, err
}

func port(protocol string) Port { return Port{protocol, netip.MustParseAddrPort("0.0.0.0:80")} }

// ask sends a request and reads all that comes.
func ask(t *testing.T, network, address, request string) string {
	t.Helper()
	c, err := net.DialTimeout(network, address, time.Second)
	if err != nil {
		return err.Error()
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(5 * time.Second))
	if _, err := io.WriteString(c, request); err != nil {
		return err.Error()
	}
	answer := make([]byte, 4096)
	if network == "udp" {
		n, err := c.Read(answer)
		return fmt.Sprintf("%s%v", answer[:n], err)
	}
	all, err := io.ReadAll(c)
	return fmt.Sprintf("%s%v", all, err)
}

func TestAPortAnswersWithWhoWasReached(t *testing.T) {
	in, sockets := &here{}, &Sockets{}
	if err := sockets.Answer(in, []Port{port("tcp"), port("udp")}, "VM web in prod2", "10.8.0.5"); err != nil {
		t.Fatal(err)
	}
	const line = "VM web in prod2 answers on 10.8.0.5:80 to 127.0.0.1\n"
	const page = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 52\r\n\r\n" + line + "<nil>"
	for _, request := range []string{"GET / HTTP/1.0\r\n\r\n", "", "half a reque"} {
		if have := ask(t, "tcp", in.tcp, request); have != page {
			t.Errorf("%q: %q", request, have)
		}
	}
	if have := ask(t, "udp", in.udp, "?"); have != line+"<nil>" {
		t.Errorf("udp: %q", have)
	}
	sockets.Close()
	if have := ask(t, "tcp", in.tcp, ""); !strings.Contains(have, "refused") {
		t.Errorf("closed: %q", have)
	}
}

func TestAPortThatCannotBeOpenedClosesTheOthers(t *testing.T) {
	in, sockets := &here{refuses: true}, &Sockets{}
	if err := sockets.Answer(in, []Port{port("udp"), port("tcp")}, "", ""); err == nil {
		t.Fatal("no error")
	}
	if have := ask(t, "udp", in.udp, "?"); !strings.Contains(have, "refused") {
		t.Errorf("%q", have)
	}
}

func TestBothProtocolsAreForwarded(t *testing.T) {
	server, servers := &here{}, &Sockets{}
	if err := servers.Answer(server, []Port{port("tcp"), port("udp")}, "server", "ip"); err != nil {
		t.Fatal(err)
	}
	defer servers.Close()
	in, sockets := &here{}, &Sockets{}
	defer sockets.Close()
	if err := sockets.ForwardTCP(in, "", server.tcp); err != nil {
		t.Fatal(err)
	}
	if err := sockets.ForwardUDP(in, "", server.udp); err != nil {
		t.Fatal(err)
	}
	for network, address := range map[string]string{"tcp": in.tcp, "udp": in.udp} {
		if have := ask(t, network, address, "GET / HTTP/1.0\r\n\r\n"); !strings.Contains(have, "server answers on ip:80") {
			t.Errorf("%s: %q", network, have)
		}
	}
}
