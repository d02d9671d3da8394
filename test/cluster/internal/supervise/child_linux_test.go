package supervise

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

const forbidden = "TEST_WITHOUT_USER_NAMESPACES"

// The test binary is the child as well: it says who it is, and waits.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		AwaitRelease()
		users, _ := os.ReadFile("/proc/self/uid_map")
		fmt.Println("child", os.Args[2], "is", os.Getuid(), strings.Join(strings.Fields(string(users)), " "))
		select {}
	}
	os.Exit(m.Run())
}

func begin(t *testing.T, c Command, onExit func(error)) *Child {
	t.Helper()
	c.Name, c.Binary, c.Args, c.Log = "child", "/proc/self/exe", []string{"child", t.Name()}, t.TempDir()+"/log"
	child, err := Start(c, onExit)
	if err != nil {
		t.Fatal(err)
	}
	child.Release()
	t.Cleanup(func() { child.Stop(t.Context()) }) // by then that is over, and the child is killed
	return child
}

// says waits for a text in the child's log.
func says(t *testing.T, c *Child, text string, times int) {
	t.Helper()
	var log []byte
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if log, _ = os.ReadFile(c.Log); strings.Count(string(log), text) == times {
			return
		}
	}
	t.Fatalf("%q, want %q %d times", log, text, times)
}

func TestAChildThatIsKilledIsStartedAgain(t *testing.T) {
	ended := make(chan error, 1)
	c := begin(t, Command{Within: func(start func() error) error { return start() }}, func(err error) { ended <- err })
	says(t, c, "is ", 1)
	if err := c.running.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil || err.Error() != "signal: killed" {
		t.Error(err)
	}
	says(t, c, "is ", 2)
}

func TestAChildIsRootOfItsOwnUserNamespaceWhereThatIsAllowed(t *testing.T) {
	if os.Getenv(forbidden) != "" {
		if err := os.WriteFile("/proc/sys/user/max_user_namespaces", []byte("0"), 0); err != nil {
			t.Fatal(err)
		}
		c := begin(t, Command{UserNamespace: true}, func(error) {})
		says(t, c, "this system allows no user namespace: ", 1)
		says(t, c, fmt.Sprintf("is %d ", os.Getuid()), 1)
		return
	}
	inside := exec.Command("/proc/self/exe", "-test.run=^"+t.Name()+"$")
	inside.Env = append(os.Environ(), forbidden+"=yes")
	inside.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
	out, err := inside.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Skipf("this system allows no user namespaces: %v", err)
	}
	if err != nil {
		t.Errorf("where they are forbidden: %s", out)
	}
	c := begin(t, Command{UserNamespace: true}, func(error) {})
	says(t, c, fmt.Sprintf("is 0 0 %d 1\n", os.Getuid()), 1)
}
