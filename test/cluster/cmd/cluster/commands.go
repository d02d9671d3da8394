package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"expose-vm/test/cluster/internal/controlplane"
	"expose-vm/test/cluster/internal/datapath"
	"expose-vm/test/cluster/internal/node"
	"expose-vm/test/cluster/internal/sandbox"
	"expose-vm/test/cluster/internal/state"
	"expose-vm/test/cluster/internal/supervise"
	"expose-vm/test/cluster/internal/up"
)

var commands = map[string]func(args []string) error{
	"up":            runUp,
	"status":        runStatus,
	up.ControlPlane: runControlPlane,
	up.Node:         runNode,
	up.DNS:          runDNS,
	sandbox.Inside:  func([]string) error { return sandbox.Enter() },

	datapath.AgentCommand: datapath.RunAgent,
}

// signalled ends at Ctrl-C, at SIGTERM, and when the terminal goes away.
func signalled() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}

func runUp(args []string) error {
	o := up.Options{Out: os.Stdout}
	flags := flag.NewFlagSet("up", flag.ExitOnError)
	flags.StringVar(&o.Dir, "dir", "", "state folder")
	flags.BoolVar(&o.Fresh, "fresh", false, "empty the state folder first")
	flags.DurationVar(&o.BootDelay, "boot-delay", 0, "how long a VM's pod stays Pending")
	flags.DurationVar(&o.StopDelay, "stop-delay", 0, "how long a guest takes to shut down")
	flags.StringVar(&o.Seed, "seed", "", "folder of manifests to apply when ready")
	flags.IntVar(&o.APIPort, "api-port", 0, "port of kube-apiserver; 0 keeps the last one or chooses")
	flags.BoolVar(&o.DataPath, "data-path", true, "carry traffic, where the system allows it")
	flags.StringVar(&o.Nft, "nft", "", "the program nft; without it that of the system")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	ctx, cancel := signalled()
	defer cancel()
	return up.Run(ctx, o)
}

func runStatus(args []string) error {
	flags := flag.NewFlagSet("status", flag.ExitOnError)
	dir := flags.String("dir", "", "state folder")
	if err := flags.Parse(args); err != nil {
		return err
	}
	line, running, err := up.Status(*dir)
	if err != nil {
		return err
	}
	fmt.Println(line)
	if !running {
		os.Exit(3) // as systemctl status does for a unit that does not run
	}
	return nil
}

func runControlPlane(args []string) error {
	flags := flag.NewFlagSet(up.ControlPlane, flag.ExitOnError)
	dir := flags.String("dir", "", "state folder")
	port := flags.Int("port", 0, "port of kube-apiserver")
	if err := flags.Parse(args); err != nil {
		return err
	}
	supervise.AwaitRelease()
	return controlplane.Run(state.Folder(*dir), *port)
}

func runNode(args []string) error {
	var o node.Options
	flags := flag.NewFlagSet(up.Node, flag.ExitOnError)
	dir := flags.String("dir", "", "state folder")
	flags.IntVar(&o.HandlerPort, "handler-port", 0, "port of the virt-handler stand-in")
	flags.IntVar(&o.KubeletPort, "kubelet-port", 0, "port of the kubelet stand-in")
	flags.IntVar(&o.DNSPort, "dns-port", 0, "port of CoreDNS")
	flags.DurationVar(&o.BootDelay, "boot-delay", 0, "how long a VM's pod stays Pending")
	flags.DurationVar(&o.StopDelay, "stop-delay", 0, "how long a guest takes to shut down")
	flags.BoolVar(&o.DataPath, "data-path", false, "carry traffic")
	flags.StringVar(&o.Nft, "nft", "", "the program nft")
	if err := flags.Parse(args); err != nil {
		return err
	}
	supervise.AwaitRelease()
	ctx, cancel := signalled()
	defer cancel()
	return node.Run(ctx, state.Folder(*dir), o)
}
