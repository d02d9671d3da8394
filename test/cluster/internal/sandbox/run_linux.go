package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// setupTime is how long the namespaces may take; they take milliseconds.
const setupTime = 10 * time.Second

// thisBinary can be started by a user who may not enter its folder.
const thisBinary = "/proc/self/exe"

// Run runs the command until it ends or ctx does, which kills it and all that it
// started. The exit code is 128 and the signal's number when one ended it. An
// error is ErrNotStarted, or says why this system allows no sandbox.
func Run(ctx context.Context, c Command) (code int, err error) {
	if c.Within == nil {
		return run(ctx, c)
	}
	inside := c.Within(func() error { code, err = run(ctx, c); return nil })
	return code, errors.Join(inside, err)
}

func run(ctx context.Context, c Command) (int, error) {
	// The kernel kills the child when the thread that started it ends.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	line, err := json.Marshal(c)
	if err != nil {
		return 0, err
	}
	ours, theirs, err := socketPair()
	if err != nil {
		return 0, err
	}
	defer ours.Close()
	cmd := exec.CommandContext(ctx, thisBinary, Inside, string(line))
	cmd.Env, cmd.Dir, cmd.Stdout, cmd.Stderr = []string{path}, "/", c.Output, c.Output
	cmd.ExtraFiles = []*os.File{theirs}
	cmd.SysProcAttr = namespaces(c.UID, c.Nameserver == "")
	err = cmd.Start()
	theirs.Close()
	if err != nil {
		return 0, fmt.Errorf("this system allows no namespaces of users, processes and networks: %w", err)
	}
	server, err := receive(ours)
	if err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if ctx.Err() != nil {
			return 128 + int(syscall.SIGKILL), nil
		}
		return 0, err
	}
	if server != nil {
		defer server.close()
		go server.forward(c.DNS)
	}
	_ = ours.SetReadDeadline(time.Time{})
	problem := make([]byte, 1024)
	if n, _ := ours.Read(problem); n > 0 { // nothing comes when the command takes over
		_ = cmd.Wait()
		return 0, fmt.Errorf("%w: %s", ErrNotStarted, problem[:n])
	}
	return ended(cmd, cmd.Wait())
}

// namespaces are a process's own, in a user namespace that lets it set them up; with
// an own network too, it has nothing to reach. The first process of its PID namespace
// takes all others with it.
func namespaces(uid int, ownNetwork bool) *syscall.SysProcAttr {
	hostUID, hostGID, root := os.Getuid(), os.Getgid(), os.Getuid() == 0 && knows(Nobody)
	if root {
		hostUID, hostGID = Nobody, Nobody
	}
	flags := uintptr(syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS | syscall.CLONE_NEWPID | syscall.CLONE_NEWIPC | syscall.CLONE_NEWUTS)
	if ownNetwork {
		flags |= syscall.CLONE_NEWNET
	}
	return &syscall.SysProcAttr{
		Cloneflags:                 flags,
		UidMappings:                []syscall.SysProcIDMap{{ContainerID: uid, HostID: hostUID, Size: 1}},
		GidMappings:                []syscall.SysProcIDMap{{ContainerID: uid, HostID: hostGID, Size: 1}},
		GidMappingsEnableSetgroups: root,
		Credential:                 &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid), NoSetGroups: !root},
		AmbientCaps:                []uintptr{unix.CAP_SYS_ADMIN, unix.CAP_NET_ADMIN, unix.CAP_NET_BIND_SERVICE, unix.CAP_SETPCAP},
		Setpgid:                    true,
		Pdeathsig:                  syscall.SIGKILL,
	}
}

// knows says whether this process's user namespace has a user: one that an ordinary
// user made has no other than that, as root.
func knows(uid uint64) bool {
	text, err := os.ReadFile("/proc/self/uid_map")
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(text)) {
		var first, outside, count uint64
		if n, _ := fmt.Sscan(line, &first, &outside, &count); n == 3 && first <= uid && uid-first < count {
			return true
		}
	}
	return false
}

func signalOf(s *os.ProcessState) int {
	if w, ok := s.Sys().(syscall.WaitStatus); ok && w.Signaled() {
		return int(w.Signal())
	}
	return 0
}

// socketPair is the way on which the inside passes its sockets, or a problem.
func socketPair() (*net.UnixConn, *os.File, error) {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("socket pair: %w", err)
	}
	theirs := os.NewFile(uintptr(fds[1]), "inside")
	ourFile := os.NewFile(uintptr(fds[0]), "outside")
	defer ourFile.Close()
	ours, err := net.FileConn(ourFile)
	if err != nil {
		theirs.Close()
		return nil, nil, fmt.Errorf("socket pair: %w", err)
	}
	return ours.(*net.UnixConn), theirs, nil
}

// receive takes the DNS server's two sockets; nil when the pod's network has one.
func receive(from *net.UnixConn) (*dnsServer, error) {
	_ = from.SetReadDeadline(time.Now().Add(setupTime))
	text, rights := make([]byte, 1024), make([]byte, unix.CmsgSpace(2*4))
	n, rightsLength, _, _, err := from.ReadMsgUnix(text, rights)
	if err != nil || n == 0 {
		return nil, fmt.Errorf("the sandbox ended while it was set up: %v", err)
	}
	if string(text[:n]) != stands {
		return nil, fmt.Errorf("this system allows no sandbox: %s", text[:n])
	}
	if rightsLength == 0 {
		return nil, nil
	}
	messages, err := unix.ParseSocketControlMessage(rights[:rightsLength])
	if err != nil || len(messages) != 1 {
		return nil, fmt.Errorf("the sandbox passed no sockets: %v", err)
	}
	fds, err := unix.ParseUnixRights(&messages[0])
	if err != nil || len(fds) != 2 {
		return nil, fmt.Errorf("the sandbox passed %d sockets: %v", len(fds), err)
	}
	return newDNSServer(os.NewFile(uintptr(fds[0]), "udp"), os.NewFile(uintptr(fds[1]), "tcp"))
}
