package sandbox

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// wayOut is the file descriptor of the socket pair's other end.
const wayOut = 3

// stands is what the inside says when all is set up, with the DNS server's sockets if it
// has one; whatever else it says is a problem.
const stands = "stands"

// Enter is this binary's part inside the namespaces: it sets them up, passes the
// DNS server's sockets out and becomes the command. It returns only to fail, and
// has told the outside by then.
func Enter() error {
	runtime.LockOSThread() // capabilities are a thread's
	unix.CloseOnExec(wayOut)
	var c Command
	err := errors.New("started by hand")
	if len(os.Args) == 3 {
		err = json.Unmarshal([]byte(os.Args[2]), &c)
	}
	if err == nil {
		err = enter(c)
	}
	_ = unix.Send(wayOut, []byte(err.Error()), 0)
	return err
}

func enter(c Command) error {
	if c.Nameserver == "" {
		if err := raiseLoopback(); err != nil {
			return fmt.Errorf("loopback interface: %w", err)
		}
	}
	if err := arrangeFiles(cmp.Or(c.Nameserver, ownNameserver), c.Search); err != nil {
		return err
	}
	var rights []byte
	if c.Nameserver == "" {
		udp, tcp, err := listen()
		if err != nil {
			return err
		}
		rights = unix.UnixRights(int(udp.Fd()), int(tcp.Fd()))
	}
	if err := unix.Sendmsg(wayOut, []byte(stands), rights, nil, 0); err != nil {
		return err
	}
	binary, err := exec.LookPath(c.Line[0])
	if err != nil {
		return err
	}
	if err := giveUpRights(); err != nil {
		return err
	}
	return unix.Exec(binary, c.Line, []string{path})
}

func raiseLoopback() error {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	lo, err := unix.NewIfreq("lo")
	if err != nil {
		return err
	}
	lo.SetUint16(unix.IFF_UP | unix.IFF_RUNNING)
	if _, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), unix.SIOCSIFFLAGS, uintptr(unsafe.Pointer(lo))); errno != 0 {
		return errno
	}
	return nil
}

// arrangeFiles makes everything read-only in this mount namespace, hides sockets
// of the system's services (nscd and resolved would answer for the real network)
// under an empty /run, and lays the cluster's resolver over the real one.
func arrangeFiles(nameserver string, search []string) error {
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("private mounts: %w", err)
	}
	readOnly := unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY | unix.MOUNT_ATTR_NOSUID}
	if err := unix.MountSetattr(unix.AT_FDCWD, "/", unix.AT_RECURSIVE, &readOnly); err != nil {
		return fmt.Errorf("read-only mounts: %w", err)
	}
	files := map[string][]byte{"/etc/resolv.conf": resolvConf(nameserver, search), "/etc/nsswitch.conf": []byte("hosts: dns\n")}
	places := map[string]string{}
	for file := range files {
		real, err := filepath.EvalSymlinks(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		places[file] = real
	}
	for _, dir := range []string{"/run", "/tmp"} {
		if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "size=1m,mode=1777"); err != nil {
			return fmt.Errorf("empty %s: %w", dir, err)
		}
	}
	for file, content := range files {
		if err := lay(content, places[file]); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// lay puts a file over the one at place, or where it was before /run was emptied.
func lay(content []byte, place string) error {
	if strings.HasPrefix(place, "/run/") {
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return err
		}
		return os.WriteFile(place, content, 0o444)
	}
	source := filepath.Join("/run", filepath.Base(place))
	if err := os.WriteFile(source, content, 0o444); err != nil {
		return err
	}
	return unix.Mount(source, place, "", unix.MS_BIND, "")
}

func listen() (udp, tcp *os.File, err error) {
	packets, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 53})
	if err != nil {
		return nil, nil, err
	}
	listener, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 53})
	if err != nil {
		return nil, nil, err
	}
	if udp, err = packets.File(); err != nil {
		return nil, nil, err
	}
	tcp, err = listener.File()
	return udp, tcp, err
}

// giveUpRights leaves none, and no way to get any, as restricted pod security has it.
func giveUpRights() error {
	for capability := 0; unix.Prctl(unix.PR_CAPBSET_DROP, uintptr(capability), 0, 0, 0) == nil; capability++ {
	}
	if err := unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0); err != nil {
		return fmt.Errorf("ambient capabilities: %w", err)
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("no_new_privs: %w", err)
	}
	// Losing capabilities may have cleared it.
	return unix.Prctl(unix.PR_SET_PDEATHSIG, uintptr(syscall.SIGKILL), 0, 0, 0)
}
