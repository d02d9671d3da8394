// Package netns makes network namespaces and what is in them. Nothing is mounted or
// named on the host: a namespace lives as long as a file descriptor of this process
// (or a socket or a process in it), so that all of it goes with the process.
package netns

import (
	"context"
	"fmt"
	"net"
	"os"
	"runtime"
	"time"

	"golang.org/x/sys/unix"
)

// Namespace is a network namespace, held by a file.
type Namespace struct{ file *os.File }

// New makes an empty namespace whose loopback interface is up.
func New() (*Namespace, error) {
	n := &Namespace{}
	err := onThread(func() (err error) {
		if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
			return fmt.Errorf("this system allows no network namespaces: %w", err)
		}
		if n.file, err = os.Open("/proc/thread-self/ns/net"); err != nil {
			return err
		}
		_, err = Raise("lo")
		return err
	})
	return n, err
}

// Do runs f in the namespace. Sockets that f opens and processes that it starts stay
// in it, goroutines that it starts are not in it.
func (n *Namespace) Do(f func() error) error {
	return onThread(func() error {
		if err := unix.Setns(int(n.file.Fd()), unix.CLONE_NEWNET); err != nil {
			return fmt.Errorf("network namespace: %w", err)
		}
		return f()
	})
}

// onThread runs f on a thread of its own that ends with f: in a user namespace there
// is no way back to the network that the thread came from.
func onThread(f func() error) error {
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		done <- f()
	}()
	return <-done
}

// Close lets the kernel take the namespace down when nothing else is in it.
func (n *Namespace) Close() { n.file.Close() }

// Listen opens a TCP listener, such as on 0.0.0.0:80, in the namespace.
func (n *Namespace) Listen(address string) (l net.Listener, err error) {
	err = n.Do(func() (err error) { l, err = net.Listen("tcp4", address); return err })
	return l, err
}

// ListenPacket opens a UDP socket there.
func (n *Namespace) ListenPacket(address string) (c net.PacketConn, err error) {
	err = n.Do(func() (err error) { c, err = net.ListenPacket("udp4", address); return err })
	return c, err
}

// Dial connects from there, over tcp or udp.
func (n *Namespace) Dial(ctx context.Context, network, address string, patience time.Duration) (c net.Conn, err error) {
	dialer := net.Dialer{Timeout: patience}
	err = n.Do(func() (err error) { c, err = dialer.DialContext(ctx, network, address); return err })
	return c, err
}

// Forward lets the namespace route packets. Rejected packets are told about each
// time: by default the kernel sends one such message a second and destination, and
// a refused connection would be a time-out.
func (n *Namespace) Forward() error {
	settings := map[string]string{"ip_forward": "1", "conf/all/rp_filter": "0", "conf/default/rp_filter": "0", "icmp_ratelimit": "0"}
	return n.Do(func() error {
		for name, value := range settings {
			if err := os.WriteFile("/proc/sys/net/ipv4/"+name, []byte(value), 0); err != nil {
				return err
			}
		}
		return nil
	})
}
