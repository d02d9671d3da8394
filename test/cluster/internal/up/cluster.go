// Package up is the supervisor: it starts the components in order, waits for
// each to be of use, announces the cluster, and stops it in order.
package up

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"

	"expose-vm/test/cluster/internal/state"
	"expose-vm/test/cluster/internal/supervise"
)

// Options of `cluster up`.
type Options struct {
	Dir string
	// Fresh empties the state folder first.
	Fresh bool
	// BootDelay and StopDelay make Starting and Stopping visible.
	BootDelay, StopDelay time.Duration
	// Seed is a folder of manifests to apply once the cluster is ready; empty for none.
	Seed string
	// APIPort is kube-apiserver's port; 0 keeps the last one or chooses.
	APIPort int
	// DataPath: traffic is carried, where the system allows it; Nft is the program nft, "" the system's.
	DataPath bool
	Nft      string
	Out      io.Writer
}

// cluster is what a running supervisor knows.
type cluster struct {
	Options
	folder   state.Folder
	ports    state.Ports
	tokens   state.Tokens
	config   *rest.Config
	client   kubernetes.Interface
	progress *progress

	dataPath state.DataPath

	mu       sync.Mutex
	children []*supervise.Child
	isReady  bool
	// failed carries the end of a component that the cluster cannot do without.
	failed chan error
}

// startTries is how often a component may end before the cluster is ready.
const startTries = 3

// launch starts a component; it waits until it is released. One that ends by
// itself is started again: virt-api and virt-controller end by design when CRDs
// of CDI come or go. Only the control plane is not: all watches are gone with it.
func (c *cluster) launch(name string, args []string) (*supervise.Child, error) {
	binary, err := binaryOf(name)
	if err != nil {
		return nil, err
	}
	command := supervise.Command{Name: name, Binary: binary, Args: args, Log: c.folder.Log(name), Once: name == ControlPlane,
		// an ordinary user may make networks as root of a user namespace alone
		UserNamespace: name == Node && c.DataPath && os.Geteuid() != 0}
	ends := 0
	child, err := supervise.Start(command, func(err error) {
		ends++
		if command.Once || (!c.ready() && ends >= startTries) {
			c.fail(fmt.Errorf("%s ended (%s). %s", name, ending(err), logTail(command.Log)))
			return
		}
		c.progress.step("%s ended (%s) and is started again", name, ending(err))
	})
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.children = append(c.children, child)
	return child, nil
}

func (c *cluster) ready() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.isReady
}

func (c *cluster) fail(err error) {
	select {
	case c.failed <- err:
	default: // the first reason is the one to tell
	}
}

func ending(err error) string {
	if err == nil {
		return "exit status 0"
	}
	return err.Error()
}

// await asks until the answer is good, the time is over or a component fails.
func (c *cluster) await(ctx context.Context, what string, limit time.Duration, ok check) error {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errTime)
	defer cancel()
	for {
		attempt, done := context.WithTimeout(ctx, 5*time.Second)
		err := ok(attempt)
		done()
		if err == nil {
			return nil
		}
		select {
		case failure := <-c.failed:
			return failure
		case <-ctx.Done():
			if errors.Is(context.Cause(ctx), errTime) {
				return fmt.Errorf("%s: not within %v: %w (logs: %s)", what, limit, err, c.folder.Log("*"))
			}
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

var errTime = errors.New("time is over")

// stop ends everything within about six seconds: first what talks to the API
// server, then the control plane.
func (c *cluster) stop() {
	c.mu.Lock()
	children := c.children
	c.mu.Unlock()
	if len(children) == 0 {
		return
	}
	// They keep no state, so little time is enough; virt-api alone would take longer.
	clients, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var all sync.WaitGroup
	for _, child := range children[1:] {
		all.Go(func() { c.end(clients, child) })
	}
	all.Wait()
	controlPlane, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	c.end(controlPlane, children[0])
}

func (c *cluster) end(ctx context.Context, child *supervise.Child) {
	if child.Stop(ctx) && child.Name == ControlPlane {
		c.progress.step("%s took too long to end and was killed", child.Name)
	}
}

// logTail is the end of a log, for a message.
func logTail(path string) string {
	const lines = 12
	b, err := os.ReadFile(path)
	if err != nil {
		return "Its log cannot be read: " + err.Error()
	}
	all := strings.Split(strings.TrimSpace(string(b)), "\n")
	if len(all) > lines {
		all = all[len(all)-lines:]
	}
	return fmt.Sprintf("The end of %s:\n    %s", path, strings.Join(all, "\n    "))
}
