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
	// Name is the component's, and that of its log.
	Name    string
	args    []string
	logFile string
	// onExit hears of every end that nobody asked for.
	onExit func(*Child, error)

	mu       sync.Mutex
	process  *exec.Cmd
	stopping bool
	done     chan struct{} // closed when the process has ended and will not come back
}

// Start runs `binary args...` with its output in logFile (emptied first).
// onExit is called, on a goroutine of the child's, each time it ends by itself;
// after that the child is started again unless once is set.
func Start(name, logFile string, once bool, onExit func(*Child, error), args ...string) (*Child, error) {
	if err := os.WriteFile(logFile, nil, 0o600); err != nil {
		return nil, fmt.Errorf("log of %s: %w", name, err)
	}
	c := &Child{Name: name, args: args, logFile: logFile, onExit: onExit, done: make(chan struct{})}
	ended, err := c.launch()
	if err != nil {
		return nil, err
	}
	go c.keep(ended, once)
	return c, nil
}

func (c *Child) keep(ended <-chan error, once bool) {
	defer close(c.done)
	for {
		err := <-ended
		if c.isStopping() {
			return
		}
		c.onExit(c, err)
		if once {
			return
		}
		time.Sleep(pause)
		if ended, err = c.launch(); err != nil {
			c.onExit(c, err)
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
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	log, err := os.OpenFile(c.logFile, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("log of %s: %w", c.Name, err)
	}
	defer log.Close()
	cmd := exec.Command(self, c.args...)
	cmd.Stdout, cmd.Stderr = log, log
	// A group of its own: Ctrl-C in the terminal reaches the supervisor alone,
	// which then ends the children in order.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	dieWithParent(cmd.SysProcAttr)
	lifeline, err := attachLifeline(cmd)
	if err != nil {
		return nil, err
	}
	if err := startOnLastingThread(cmd); err != nil {
		lifeline.Close()
		return nil, fmt.Errorf("start %s: %w", c.Name, err)
	}
	c.process = cmd
	go func() {
		err := cmd.Wait()
		lifeline.Close()
		ended <- err
	}()
	return ended, nil
}

// Stop asks the process to end and kills it when ctx is over.
func (c *Child) Stop(ctx context.Context) {
	c.mu.Lock()
	c.stopping = true
	process := c.process.Process
	c.mu.Unlock()
	_ = process.Signal(syscall.SIGTERM) // an error means that it has ended already
	select {
	case <-c.done:
	case <-ctx.Done():
		_ = process.Kill()
		<-c.done
	}
}
