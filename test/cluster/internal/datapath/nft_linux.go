package datapath

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"

	"expose-vm/test/cluster/internal/datapath/launcher"
)

// nftFolders are where nft is on systems whose users do not have them on their PATH.
var nftFolders = []string{"/usr/sbin", "/sbin", "/usr/local/sbin"}

// provideNft finds nft and puts it on this process's PATH, on which kube-proxy and the
// launcher look for it.
func provideNft(given string) error {
	found, err := findNft(given)
	if err != nil {
		return err
	}
	out, err := exec.Command(found, "--version").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s cannot be run: %w: %s", found, err, out)
	}
	if err := checkVersion(string(out)); err != nil {
		return fmt.Errorf("%s: %w", found, err)
	}
	return os.Setenv("PATH", filepath.Dir(found)+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func findNft(given string) (string, error) {
	if given != "" {
		return exec.LookPath(given)
	}
	if found, err := exec.LookPath("nft"); err == nil {
		return found, nil
	}
	for _, folder := range nftFolders {
		if found, err := exec.LookPath(filepath.Join(folder, "nft")); err == nil {
			return found, nil
		}
	}
	return "", errors.New("the program nft is missing (Debian's package is nftables)")
}

var nftVersion = regexp.MustCompile(`v(\d+)\.(\d+)\.(\d+)`)

// checkVersion refuses what kube-proxy would: nft before 1.0.1.
func checkVersion(text string) error {
	m := nftVersion.FindStringSubmatch(text)
	if m == nil {
		return fmt.Errorf("%q tells no version", text)
	}
	number := 0
	for _, part := range m[1:] {
		n, err := strconv.Atoi(part)
		if err != nil {
			return err
		}
		number = number*1000 + n
	}
	if number < 1_000_001 {
		return fmt.Errorf("version %s is older than 1.0.1, which kube-proxy needs", m[0])
	}
	return nil
}

// checkRules asks the kernel whether it has what the rules of kube-proxy and of
// KubeVirt are made of; nothing is changed.
func checkRules() error {
	err := launcher.Check(`table ip probe {
  map services { type ipv4_addr . inet_proto . inet_service : verdict; }
  chain endpoint { meta l4proto tcp dnat to 10.8.0.2:80; }
  chain nat-prerouting {
    type nat hook prerouting priority -100;
    fib daddr type local counter
    ip daddr . meta l4proto . th dport vmap @services
    numgen random mod 2 vmap { 0 : goto endpoint, 1 : goto endpoint }
  }
  chain filter-forward { type filter hook forward priority 0; ct state new reject; }
  chain nat-postrouting { type nat hook postrouting priority 100; meta mark and 0x4000 != 0 masquerade fully-random; }
}
`)
	if err != nil {
		return fmt.Errorf("the kernel lacks a part of nftables: %w", err)
	}
	return nil
}
