package datapath

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"k8s.io/client-go/kubernetes/fake"

	"expose-vm/test/cluster/internal/state"
)

// wantNone fails unless Start gives no data path and this reason.
func wantNone(t *testing.T, o Options, why string) {
	t.Helper()
	o.Client = fake.NewClientset()
	d, report := Start(t.Context(), o)
	if d != nil || report.Socket != "" || report.EnforcesPolicies || !strings.Contains(report.WhyNot, why) || report.WhyNoPolicies == "" {
		t.Errorf("%v %+v, want %q", d, report, why)
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	wantNone(t, Options{Folder: "/tmp/s", Nft: "/nowhere/nft"}, "/nowhere/nft: no such file or directory")
	wantNone(t, Options{Folder: state.Folder("/tmp/" + strings.Repeat("s", 100))}, "longer than the 107 characters")
	old := filepath.Join(t.TempDir(), "nft")
	if err := os.WriteFile(old, []byte("#!/bin/sh\necho nftables v0.9.8\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	wantNone(t, Options{Folder: "/tmp/s", Nft: old}, "version v0.9.8 is older than 1.0.1")
}

func TestNftsVersion(t *testing.T) {
	for text, isGood := range map[string]bool{
		"nftables v1.0.1 (Fearless Fosdick #2)": true, "nftables v1.0.6 (Lester Gooch #5)": true, "nftables v1.1.3": true, "nftables v2.0.0": true,
		"nftables v1.0.0": false, "nftables v0.9.9": false, "usage": false,
	} {
		if err := checkVersion(text); (err == nil) != isGood {
			t.Errorf("%s: %v", text, err)
		}
	}
}

const insideVariable = "TEST_WITHOUT_NETWORK_NAMESPACES"

// In a user namespace of its own the test forbids itself network namespaces, as a
// system's administrator can.
func TestASystemWithoutNetworkNamespacesIsSaid(t *testing.T) {
	if os.Getenv(insideVariable) != "" {
		if err := os.WriteFile("/proc/sys/user/max_net_namespaces", []byte("0"), 0); err != nil {
			t.Fatal(err)
		}
		wantNone(t, Options{Folder: "/tmp/s", Nft: os.Getenv("NFT")}, "this system allows no network namespaces: no space left on device")
		return
	}
	newNetwork(t) // skips where there are none anyway
	cmd := exec.Command("/proc/self/exe", "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), insideVariable+"=yes")
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
