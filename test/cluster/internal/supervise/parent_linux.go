package supervise

import "syscall"

// dieWithParent has the kernel kill the child when the supervisor ends.
func dieWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }
