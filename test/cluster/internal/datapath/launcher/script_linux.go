package launcher

import (
	"fmt"
	"os/exec"
	"strings"

	"kubevirt.io/kubevirt/pkg/network/driver/nft"
)

// script collects KubeVirt's rules for one call of nft: it would be a process for each
// otherwise.
type script struct{ lines []string }

// AddTable, AddChain and AddRule are what KubeVirt's masquerade binding calls.
func (s *script) AddTable(family nft.IPFamily, name string) error {
	return s.add("add table", string(family), name)
}

func (s *script) AddChain(family nft.IPFamily, table, name string, spec ...string) error {
	return s.add(append([]string{"add chain", string(family), table, name}, spec...)...)
}

func (s *script) AddRule(family nft.IPFamily, table, chain string, spec ...string) error {
	return s.add(append([]string{"add rule", string(family), table, chain}, spec...)...)
}

func (s *script) add(words ...string) error {
	s.lines = append(s.lines, strings.Join(words, " "))
	return nil
}

// load gives the rules to the kernel, in the namespace of the calling thread.
func (s *script) load() error { return runNft(strings.Join(s.lines, "\n")+"\n", "-f", "-") }

// Check asks the kernel whether it would take a script, and changes nothing.
func Check(rules string) error { return runNft(rules, "-c", "-f", "-") }

func runNft(rules string, arguments ...string) error {
	cmd := exec.Command("nft", arguments...)
	cmd.Stdin = strings.NewReader(rules)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("nft: %w: %s", err, strings.TrimSpace(string(out)))
	}
	return nil
}
