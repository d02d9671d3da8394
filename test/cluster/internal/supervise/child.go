// Package supervise runs the cluster's components as child processes: it keeps
// them up, ends them in order, and sees to it that none outlives it.
package supervise

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

// pause is how long a child that has ended stays down, as under a kubelet.
const pause = 300 * time.Millisecond

// Child is one component's process, started again when it ends.
type Child struct {
	Command
	// onExit hears of every end that nobody asked for.
	onExit func(error)

	mu       sync.Mutex
	running  *exec.Cmd
	lifeline *lifeline
	released bool
	stopping bool
	done     chan struct{} // closed when the process has ended and will not come back
}

// Command says what to run.
type Command struct {
	// Name is the component's, for messages.
	Name string
	// Binary and Args are the command line; the binary calls AwaitRelease.
	Binary string
	Args   []string
	// Log is the file for its output, emptied first.
	Log string
	// Once: not started again when it ends.
	Once bool
	// UserNamespace: as root of a user namespace of its own, where the system allows
	// that; this user otherwise.
	UserNamespace bool
	// Within starts it in other namespaces, on a thread that ends then: without
	// PR_SET_PDEATHSIG, which would take the thread's end for the parent's.
	Within func(start func() error) error
}

// Start starts the process, which waits for Release before it does anything.
// onExit is called, on a goroutine of the child's, each time it ends by itself;
// after that the child is started again, unless it is to run once.
func Start(command Command, onExit func(error)) (*Child, error) {
	if err := os.WriteFile(command.Log, nil, 0o600); err != nil {
		return nil, fmt.Errorf("log of %s: %w", command.Name, err)
	}
	c := &Child{Command: command, onExit: onExit, done: make(chan struct{})}
	ended, err := c.launch()
	if err != nil {
		return nil, err
	}
	go c.keep(ended)
	return c, nil
}

// Release lets the process do its work, now and whenever it is started again.
func (c *Child) Release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.released = true
	c.lifeline.release()
}

func (c *Child) keep(ended <-chan error) {
	defer close(c.done)
	for {
		err := <-ended
		if c.isStopping() {
			return
		}
		c.onExit(err)
		if c.Once {
			return
		}
		time.Sleep(pause)
		if ended, err = c.launch(); err != nil {
			c.onExit(err)
			return
		}
	}
}

func (c *Child) isStopping() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.stopping
}

// launch starts the process; the channel tells how it ended.
func (c *Child) launch() (<-chan error, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	ended := make(chan error, 1)
	if c.stopping {
		ended <- nil
		return ended, nil
	}
	log, err := os.OpenFile(c.Log, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("log of %s: %w", c.Name, err)
	}
	defer log.Close()
	lifeline, err := newLifeline()
	if err != nil {
		return nil, err
	}
	cmd := c.process(log, lifeline)
	if c.UserNamespace && inUserNamespace(cmd.SysProcAttr) {
		if err = c.start(cmd); err != nil {
			fmt.Fprintf(log, "%s: this system allows no user namespace: %v\n", c.Name, err)
			cmd = c.process(log, lifeline)
		}
	}
	if cmd.Process == nil {
		err = c.start(cmd)
	}
	if err != nil {
		lifeline.close()
		return nil, fmt.Errorf("start %s: %w", c.Name, err)
	}
	c.running, c.lifeline = cmd, lifeline
	if c.released {
		lifeline.release()
	}
	go func() {
		err := cmd.Wait()
		lifeline.close()
		ended <- err
	}()
	return ended, nil
}

// process is one to start, with its output in log.
func (c *Child) process(log *os.File, l *lifeline) *exec.Cmd {
	cmd := exec.Command(c.Binary, c.Args...)
	cmd.Stdout, cmd.Stderr = log, log
	cmd.ExtraFiles = []*os.File{l.childEnd}
	// A group of its own: Ctrl-C in the terminal reaches the supervisor alone,
	// which then ends the children in order.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd
}

func (c *Child) start(cmd *exec.Cmd) error {
	if c.Within != nil {
		return c.Within(cmd.Start)
	}
	dieWithParent(cmd.SysProcAttr)
	return startOnLastingThread(cmd)
}

// Stop asks the process to end and kills it when ctx is over; it says whether
// that was needed.
func (c *Child) Stop(ctx context.Context) (killed bool) {
	c.mu.Lock()
	c.stopping = true
	process := c.running.Process
	c.mu.Unlock()
	_ = process.Signal(syscall.SIGTERM) // an error means that it has ended already
	select {
	case <-c.done:
		return false
	case <-ctx.Done():
		_ = process.Kill()
		<-c.done
		return true
	}
}
