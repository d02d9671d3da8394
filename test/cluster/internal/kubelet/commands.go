package kubelet

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"

	"expose-vm/test/cluster/internal/datapath/dial"
	"expose-vm/test/cluster/internal/knob"
	"expose-vm/test/cluster/internal/sandbox"
)

// Commands are the commands of pods that are really run, with their output.
type Commands struct {
	// DNS is where this process reaches the cluster's DNS server.
	DNS string
	// Within is how to start something in a pod's network, nil when it has none.
	Within func(types.UID) func(func() error) error
	// Ended hears the key of a pod whose command has ended.
	Ended func(key string)
	// Run is sandbox.Run.
	Run func(context.Context, sandbox.Command) (int, error)

	mu   sync.Mutex
	runs map[types.UID]*commandRun
}

// commandRun is one pod's command, running or over.
type commandRun struct {
	key    string
	output sandbox.Output
	stop   context.CancelFunc
	done   chan struct{} // closed at the end; code, err and at are set by then
	code   int
	err    error
	at     time.Time
}

// isRun says whether the pod's command is really run: one container with a
// command, and the label by which the product marks its tests.
func isRun(p *corev1.Pod) bool {
	_, marked := p.Labels[knob.Test]
	return marked && len(p.Spec.InitContainers) == 0 && len(p.Spec.Containers) == 1 && len(p.Spec.Containers[0].Command) > 0
}

// start runs the pod's command, once however often it is called.
func (c *Commands) start(p *corev1.Pod) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.runs[p.UID] != nil {
		return
	}
	if c.runs == nil {
		c.runs = map[types.UID]*commandRun{}
	}
	ctx, stop := context.WithCancel(context.Background())
	r := &commandRun{key: owner(p), stop: stop, done: make(chan struct{})}
	c.runs[p.UID] = r
	container := p.Spec.Containers[0]
	command := sandbox.Command{Line: append(append([]string(nil), container.Command...), container.Args...),
		UID: userOf(p), DNS: c.DNS, Output: &r.output, Search: dial.Search(p.Namespace)}
	if c.Within != nil {
		if command.Within = c.Within(p.UID); command.Within != nil {
			command.Nameserver = dial.ClusterDNS
		}
	}
	go func() {
		defer stop()
		r.code, r.err = c.Run(ctx, command)
		r.at = time.Now()
		close(r.done)
		c.Ended(r.key)
	}()
}

// of is the pod's run; nil when this process has not started it.
func (c *Commands) of(uid types.UID) *commandRun {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.runs[uid]
}

// halt kills the pod's command, if it has one; its output stays.
func (c *Commands) halt(uid types.UID) {
	if r := c.of(uid); r != nil {
		r.stop()
	}
}

// forget stops the commands of pods of this name and drops their output.
func (c *Commands) forget(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for uid, r := range c.runs {
		if r.key == key {
			r.stop()
			delete(c.runs, uid)
		}
	}
}

// userOf is the user that the pod asks for; root is never given.
func userOf(p *corev1.Pod) int {
	var asked *int64
	if s := p.Spec.SecurityContext; s != nil {
		asked = s.RunAsUser
	}
	if s := p.Spec.Containers[0].SecurityContext; s != nil && s.RunAsUser != nil {
		asked = s.RunAsUser
	}
	if asked == nil || *asked == 0 {
		return sandbox.Nobody
	}
	return int(*asked)
}

// follow writes the end of the pod's command into its status; it says whether it has ended.
func (c *Commands) follow(p *corev1.Pod) bool {
	r := c.of(p.UID)
	if r == nil { // its process ended with the node's
		finish(p, corev1.PodFailed, "NodeRestarted", "The node stand-in was started again while the command ran", time.Now())
		return true
	}
	select {
	case <-r.done:
	default:
		return false
	}
	ended := corev1.ContainerStateTerminated{Reason: "Completed", ExitCode: int32(r.code), FinishedAt: metav1.NewTime(r.at)}
	phase, reason, message := corev1.PodSucceeded, "", ""
	switch {
	case errors.Is(r.err, sandbox.ErrNotStarted): // as a kubelet tells it
		phase, ended.Reason, ended.ExitCode, ended.Message = corev1.PodFailed, "StartError", 128, r.err.Error()
	case r.err != nil:
		phase, reason, message = corev1.PodFailed, "CannotRunCommands", fmt.Sprintf("The node stand-in cannot run commands: %v", r.err)
		ended.Reason, ended.ExitCode, ended.Message = reason, 128, message
	case r.code != 0:
		phase, ended.Reason = corev1.PodFailed, "Error"
	}
	finishAs(p, phase, reason, message, ended)
	return true
}
