package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"kubevirt.io/client-go/kubecli"
	"kubevirt.io/client-go/log"
	"kubevirt.io/kubevirt/pkg/virtctl/clientconfig"
	"kubevirt.io/kubevirt/pkg/virtctl/expose"
	"kubevirt.io/kubevirt/pkg/virtctl/vm"
)

// virtctl has the real commands under a root of its own: the real root links all
// commands, and with them four modules and 60 packages that nothing here needs.
func virtctl() int {
	log.InitializeLogging("virtctl")
	// the commands' help is written with these two
	cobra.AddTemplateFunc("ProgramName", func() string { return "virtctl" })
	cobra.AddTemplateFunc("prepare", func(text string) string {
		return strings.ReplaceAll(text, "{{ProgramName}}", "virtctl")
	})
	root := &cobra.Command{Use: "virtctl", SilenceUsage: true, SilenceErrors: true}
	config := kubecli.DefaultClientConfig(root.PersistentFlags())
	root.SetContext(clientconfig.NewContext(context.Background(), config))
	root.AddCommand(vm.NewStartCommand(), vm.NewStopCommand(), vm.NewRestartCommand(), expose.NewCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
