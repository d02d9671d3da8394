package supervise

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
)

// lifelineFD is the child's end of a pipe that the supervisor never writes to.
// When the supervisor ends, however it ends, the kernel closes the other end:
// the child reads the end of file and ends too. This works on every Unix; Linux
// has PR_SET_PDEATHSIG besides, for a child too busy to read.
const lifelineFD = 3

func attachLifeline(cmd *exec.Cmd) (io.Closer, error) {
	childEnd, ourEnd, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("lifeline: %w", err)
	}
	cmd.ExtraFiles = []*os.File{childEnd}
	return closeBoth{childEnd, ourEnd}, nil
}

type closeBoth [2]*os.File

func (c closeBoth) Close() error {
	c[0].Close()
	return c[1].Close()
}

// EndWithSupervisor ends this process when its supervisor is gone. Only a child
// that Start launched may call it.
func EndWithSupervisor() {
	lifeline := os.NewFile(lifelineFD, "lifeline")
	go func() {
		_, _ = io.Copy(io.Discard, lifeline)
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
