// Package sandbox runs a pod's command as a local process in namespaces of its own,
// with a read-only file system. It is in its pod's network where the cluster has a data
// path; without one it has only a loopback interface, and reaches nothing but a DNS
// server there that forwards to CoreDNS outside.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Inside is the command of this binary that Run starts in the namespaces.
const Inside = "sandbox"

// path is all that a command finds in its environment.
const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// Command is what to run, and as whom.
type Command struct {
	// Line is the command and its arguments.
	Line []string `json:"line"`
	// UID is the user's number inside. Outside it is nobody's, or that of who
	// started the cluster if that is not root.
	UID int `json:"uid"`
	// Search are the domains of /etc/resolv.conf.
	Search []string `json:"search"`
	// DNS is where this process reaches the cluster's DNS server.
	DNS string `json:"-"`
	// Within starts the command in its pod's network; nil when that has none.
	Within func(start func() error) error `json:"-"`
	// Nameserver is the DNS server's address in that network.
	Nameserver string `json:"nameserver"`
	// Output hears what the command writes to stdout and stderr.
	Output *Output `json:"-"`
}

// ErrNotStarted: the sandbox stands, but the command in it cannot be started.
var ErrNotStarted = errors.New("cannot be started")

// Check runs what a test of a Service's name needs, and says why it cannot be run here.
func Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	out := &Output{}
	script := "command -v getent && command -v timeout"
	code, err := Run(ctx, Command{Line: []string{"bash", "-c", script}, UID: Nobody, DNS: "127.0.0.1:0", Output: out})
	if err == nil && code != 0 {
		err = fmt.Errorf("getent and timeout are needed, found only %q", out.Bytes())
	}
	return err
}

// Nobody is the user of commands that ask for none.
const Nobody = 65534

// ownNameserver is that of a command without a network.
const ownNameserver = "127.0.0.1"

func resolvConf(nameserver string, search []string) []byte {
	return fmt.Appendf(nil, "nameserver %s\nsearch %s\noptions ndots:5\n", nameserver, strings.Join(search, " "))
}

// exitCode is that of a process that has ended, as a shell tells it.
func exitCode(state *os.ProcessState, signal int) int {
	if signal != 0 {
		return 128 + signal
	}
	return state.ExitCode()
}

// ended reads how Wait found the process; an error means that there was none.
func ended(cmd *exec.Cmd, err error) (int, error) {
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return 0, err
	}
	return exitCode(cmd.ProcessState, signalOf(cmd.ProcessState)), nil
}
