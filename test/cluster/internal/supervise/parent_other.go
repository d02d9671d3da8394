//go:build !linux

package supervise

import "syscall"

// dieWithParent: no such thing outside Linux; the lifeline does it alone.
func dieWithParent(*syscall.SysProcAttr) {}

// inUserNamespace: nor this.
func inUserNamespace(*syscall.SysProcAttr) bool { return false }
