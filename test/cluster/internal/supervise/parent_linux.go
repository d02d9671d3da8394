package supervise

import (
	"os"
	"syscall"
)

// dieWithParent has the kernel kill the child when the supervisor ends.
func dieWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }

// inUserNamespace makes the child root in a user namespace that knows this user alone.
// It stays in the network that this process is in, so that it reaches the same loopback.
func inUserNamespace(attr *syscall.SysProcAttr) bool {
	attr.Cloneflags |= syscall.CLONE_NEWUSER
	attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
	attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	return true
}
