package sandbox

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"strings"
	"testing"
	"time"
)

// The test binary is the one that Run starts again.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Inside {
		_ = Enter()
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func needsSandbox(t *testing.T) {
	t.Helper()
	if err := Check(t.Context()); err != nil {
		t.Skipf("no commands are run here: %v", err)
	}
}

func bash(t *testing.T, ctx context.Context, script, dns string) (int, string) {
	t.Helper()
	out := &Output{}
	code, err := Run(ctx, Command{Line: []string{"bash", "-c", script}, UID: 1234, Search: []string{"ns.svc.cluster.local", "svc.cluster.local"}, DNS: dns, Output: out})
	if err != nil {
		t.Fatal(err)
	}
	return code, string(out.Bytes())
}

func TestACommandHasNoRightsAndNoEnvironment(t *testing.T) {
	needsSandbox(t)
	t.Setenv("SECRET", "secret")
	code, out := bash(t, t.Context(), `id -u; env | grep -c SECRET; grep CapBnd /proc/self/status; touch /etc/made /var/tmp/made; echo x >/dev/null && ls /run /tmp; exit 7`, "")
	if code != 7 {
		t.Errorf("exit code %d", code)
	}
	for _, want := range []string{"1234\n0\n", "CapBnd:\t0000000000000000", "/etc/made': Read-only", "/var/tmp/made': Read-only"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q lacks %q", out, want)
		}
	}
}

// listeningPort is one of this machine's loopback on which something listens while the test runs.
func listeningPort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

func TestNothingIsReachedButDNS(t *testing.T) {
	needsSandbox(t)
	port := listeningPort(t)
	code, out := bash(t, t.Context(), `for to in 127.0.0.1/`+port+` 172.30.0.1/443 192.0.2.1/80; do (: </dev/tcp/$to) && echo reached $to; done; exit 0`, "")
	if code != 0 || strings.Contains(out, "reached") || !strings.Contains(out, "Network is unreachable") {
		t.Errorf("%d %s", code, out)
	}
}

// The search list and ndots make three queries of one name.
func TestTheResolverAsksTheGivenServer(t *testing.T) {
	needsSandbox(t)
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	asked := make(chan string, 100)
	go func() {
		for {
			b := make([]byte, 512)
			n, from, err := server.ReadFrom(b)
			if err != nil {
				return
			}
			asked <- string(b[12:n])
			b[2], b[3] = 0x81, 0x83 // an answer: there is no such name
			_, _ = server.WriteTo(b[:n], from)
		}
	}()
	code, out := bash(t, t.Context(), `cat /etc/resolv.conf; getent hosts backend`, server.LocalAddr().String())
	if code != 2 || !strings.Contains(out, "search ns.svc.cluster.local svc.cluster.local\noptions ndots:5") {
		t.Errorf("%d %s", code, out)
	}
	if first := <-asked; !strings.HasPrefix(first, "\x07backend\x02ns\x03svc\x07cluster\x05local\x00") {
		t.Errorf("asked %q", first)
	}
}

func TestTheEndKillsAllThatWasStarted(t *testing.T) {
	needsSandbox(t)
	ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer cancel()
	begin := time.Now()
	code, out := bash(t, ctx, `trap '' TERM; setsid sleep 60 & echo started; sleep 60`, "")
	if code != 137 || out != "started\n" || time.Since(begin) > 10*time.Second {
		t.Errorf("%d %q after %v", code, out, time.Since(begin))
	}
}

func TestACommandThatIsNotThere(t *testing.T) {
	needsSandbox(t)
	_, err := Run(t.Context(), Command{Line: []string{"no-such-command"}, UID: Nobody, Output: &Output{}})
	if !errors.Is(err, ErrNotStarted) || !strings.Contains(err.Error(), "no-such-command") {
		t.Error(err)
	}
}

func TestOutputIsLimited(t *testing.T) {
	out := &Output{}
	for range 100 {
		if n, err := out.Write(bytes.Repeat([]byte("x"), 1000)); n != 1000 || err != nil {
			t.Fatal(n, err)
		}
	}
	if b := out.Bytes(); len(b) != Limit || !bytes.HasSuffix(b, []byte(cut)) {
		t.Errorf("%d bytes", len(b))
	}
}

func TestACommandInItsPodsNetworkAsksThatNetworksServer(t *testing.T) {
	needsSandbox(t)
	port := listeningPort(t)
	out, started := &Output{}, false
	code, err := Run(t.Context(), Command{Line: []string{"bash", "-c", `cat /etc/resolv.conf; (: </dev/tcp/127.0.0.1/` + port + `) && echo reached; exit 5`},
		UID: 1234, Nameserver: "172.30.0.10", Search: []string{"ns.svc.cluster.local"}, Output: out,
		// the network of this process stands for the pod's
		Within: func(start func() error) error { started = true; return start() }})
	if code != 5 || err != nil || !started || string(out.Bytes()) != "nameserver 172.30.0.10\nsearch ns.svc.cluster.local\noptions ndots:5\nreached\n" {
		t.Errorf("%d %v %v %s", code, err, started, out.Bytes())
	}
}

func TestANetworkThatCannotBeEnteredIsSaid(t *testing.T) {
	gone := errors.New("the network has gone")
	_, err := Run(t.Context(), Command{Line: []string{"true"}, Output: &Output{}, Within: func(func() error) error { return gone }})
	if !errors.Is(err, gone) {
		t.Error(err)
	}
}

func TestTheUsersOfAUserNamespace(t *testing.T) {
	if !knows(uint64(os.Getuid())) || knows(1<<40) {
		t.Error("this user is not known, or one that cannot be is")
	}
}
