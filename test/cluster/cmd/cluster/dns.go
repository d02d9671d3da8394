package main

import (
	"os"

	"github.com/coredns/coredns/core/dnsserver"
	"github.com/coredns/coredns/coremain"
	_ "github.com/coredns/coredns/plugin/bind"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/kubernetes"

	"expose-vm/test/cluster/internal/supervise"
	"expose-vm/test/cluster/internal/up"
)

// runDNS becomes CoreDNS, which parses os.Args and ends the process itself.
func runDNS(args []string) error {
	supervise.AwaitRelease()
	os.Args = append([]string{up.DNS}, args...)
	// CoreDNS takes its plugins' order from this list, which a generated file
	// fills with all of them.
	dnsserver.Directives = []string{"bind", "errors", "kubernetes"}
	coremain.Run()
	return nil
}
