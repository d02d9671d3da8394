package dial

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"time"
)

// Outcomes of an attempt.
const (
	// Answered: bytes came back from the server; that a connection opens is not enough.
	Answered = "answered"
	// Refused: by a reset or an ICMP message, or closed without an answer. Of a name:
	// the DNS server says that there is no such one.
	Refused     = "refused"
	TimedOut    = "timed out"
	Unreachable = "unreachable"
)

// Result is how an attempt went.
type Result struct {
	Outcome string `json:"outcome"`
	// Answer is the server's: of a page its body, of a name its addresses.
	Answer       string `json:"answer"`
	Error        string `json:"error"`
	Milliseconds int64  `json:"milliseconds"`
}

// Place is somewhere to dial from.
type Place interface {
	Dial(ctx context.Context, network, address string, patience time.Duration) (net.Conn, error)
}

// ClusterDNS is where pods ask for names.
const ClusterDNS = "172.30.0.10"

// try makes the attempt. search are the domains in which a pod looks a name up.
func try(ctx context.Context, place Place, search []string, r Request) Result {
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, r.patience())
	defer cancel()
	var answer string
	var err error
	if r.Network == "dns" {
		var addresses []string
		addresses, err = lookUp(ctx, place, search, r.Address)
		answer = strings.Join(addresses, " ")
	} else {
		answer, err = exchange(ctx, place, search, r)
	}
	result := Result{Outcome: outcomeOf(err), Answer: answer, Milliseconds: time.Since(began).Milliseconds()}
	if err != nil {
		result.Error = err.Error()
	}
	return result
}

var errNoAnswer = errors.New("the connection was closed without an answer")

// exchange sends a request and reads what comes back.
func exchange(ctx context.Context, place Place, search []string, r Request) (string, error) {
	host, port, _ := net.SplitHostPort(r.Address)
	if _, err := netip.ParseAddr(host); err != nil {
		addresses, err := lookUp(ctx, place, search, host)
		if err != nil {
			return "", err
		}
		host = addresses[0]
	}
	c, err := place.Dial(ctx, r.Network, net.JoinHostPort(host, port), r.patience())
	if err != nil {
		return "", err
	}
	defer c.Close()
	if end, ok := ctx.Deadline(); ok {
		_ = c.SetDeadline(end)
	}
	if _, err := io.WriteString(c, "GET / HTTP/1.0\r\n\r\n"); err != nil {
		return "", err
	}
	answer := make([]byte, 64<<10)
	if r.Network == "udp" {
		n, err := c.Read(answer)
		return string(answer[:n]), err
	}
	n, err := io.ReadFull(c, answer)
	if n == 0 && errors.Is(err, io.EOF) {
		return "", errNoAnswer
	}
	if n > 0 {
		err = nil
	}
	return bodyOf(answer[:n]), err
}

// bodyOf is an HTTP answer without its head, and any other as it is.
func bodyOf(answer []byte) string {
	head, body, found := bytes.Cut(answer, []byte("\r\n\r\n"))
	if found && bytes.HasPrefix(head, []byte("HTTP/")) {
		return string(body)
	}
	return string(answer)
}

// lookUp asks the cluster's DNS server from the place. Names with fewer than five
// dots are tried in the search domains first, as in a pod.
func lookUp(ctx context.Context, place Place, search []string, name string) ([]string, error) {
	resolver := net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return place.Dial(ctx, network, net.JoinHostPort(ClusterDNS, "53"), longest)
	}}
	names := []string{name}
	if !strings.HasSuffix(name, ".") {
		names = nil
		for _, domain := range search {
			if strings.Count(name, ".") < 5 {
				names = append(names, name+"."+domain+".")
			}
		}
		names = append(names, name+".")
	}
	var addresses []string
	var err error
	for _, n := range names {
		addresses, err = resolver.LookupHost(ctx, n)
		var failed *net.DNSError
		if !errors.As(err, &failed) {
			break
		}
		failed.Server = net.JoinHostPort(ClusterDNS, "53") // it names that of this machine
		if !failed.IsNotFound {
			break
		}
	}
	return addresses, err
}

// outcomeOf puts an error into one of the four.
func outcomeOf(err error) string {
	if err == nil {
		return Answered
	}
	var name *net.DNSError
	isName := errors.As(err, &name)
	var timeout net.Error
	switch {
	case isName && (name.IsNotFound || strings.Contains(name.Err, syscall.ECONNREFUSED.Error())), errors.Is(err, errNoAnswer),
		errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return Refused
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded), errors.Is(err, syscall.ETIMEDOUT),
		errors.As(err, &timeout) && timeout.Timeout():
		return TimedOut
	default:
		return Unreachable
	}
}
