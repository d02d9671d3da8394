package supervise

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
)

// lifelineFD is the child's end of a pipe from the supervisor, which writes one
// byte to it: begin. When the supervisor ends, however it ends, the kernel closes
// the other end: the child reads the end of file and ends too. This works on every
// Unix; Linux has PR_SET_PDEATHSIG besides, for a child too busy to read.
const lifelineFD = 3

// lifeline is both ends, as the supervisor has them.
type lifeline struct{ childEnd, ourEnd *os.File }

func newLifeline() (*lifeline, error) {
	childEnd, ourEnd, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("lifeline: %w", err)
	}
	return &lifeline{childEnd, ourEnd}, nil
}

// release writes the byte; a pipe takes it without anyone reading. An error
// means that the child is gone, which its exit tells better.
func (l *lifeline) release() { _, _ = l.ourEnd.Write([]byte{'b'}) }

func (l *lifeline) close() {
	l.childEnd.Close()
	l.ourEnd.Close()
}

// AwaitRelease blocks until the supervisor says begin, so that a process can be
// started early and be past its slow initialisation by then. From then on this
// process ends when the supervisor is gone. Only a child of Start may call it.
func AwaitRelease() {
	pipe := os.NewFile(lifelineFD, "lifeline")
	if _, err := pipe.Read(make([]byte, 1)); err != nil {
		os.Exit(1)
	}
	go func() {
		_, _ = io.Copy(io.Discard, pipe)
		os.Exit(1)
	}()
}

// starts are commands to be started on one operating system thread that lasts:
// PR_SET_PDEATHSIG fires when the thread that started the child ends, not only
// when its process does.
var starts = make(chan startRequest)

type startRequest struct {
	cmd    *exec.Cmd
	result chan error
}

func init() {
	go func() {
		runtime.LockOSThread()
		for r := range starts {
			r.result <- r.cmd.Start()
		}
	}()
}

func startOnLastingThread(cmd *exec.Cmd) error {
	r := startRequest{cmd, make(chan error, 1)}
	starts <- r
	return <-r.result
}
