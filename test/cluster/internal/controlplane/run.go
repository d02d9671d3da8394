// Package controlplane runs etcd, kube-apiserver and the needed loops of
// kube-controller-manager in one process.
package controlplane

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	logsapi "k8s.io/component-base/logs/api/v1"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	kcm "k8s.io/kubernetes/cmd/kube-controller-manager/app"

	"expose-vm/test/cluster/internal/state"
)

// closing is how long kube-apiserver may take to end its open requests. Watches
// keep it busy for longer; they may be cut.
const closing = time.Second

// Run blocks until a signal comes (it returns nil) or one of the parts fails.
func Run(f state.Folder, port int) error {
	if err := os.Chdir(string(f)); err != nil {
		return err
	}
	// Both commands set up logging in this process; the second time must not fail.
	logsapi.ReapplyHandling = logsapi.ReapplyHandlingIgnoreUnchanged
	// The controller manager's command first: both touch the shared feature
	// gates, and this one also overrides a default of the other.
	controllerManager := kcm.NewControllerManagerCommand()
	server := apiserver.NewAPIServerCommand()
	ctx := server.Context() // ends at SIGINT and SIGTERM

	etcd, err := startEtcd(ctx, f.Etcd())
	if err != nil {
		return err
	}
	// Not Close, which waits for kube-apiserver's connections to end.
	defer etcd.Server.HardStop()

	ended := make(chan error, 2)
	server.SetArgs(apiServerArguments(f, port))
	go func() { ended <- server.ExecuteContext(ctx) }()
	if err := waitReady(ctx, f, ended); err != nil {
		return fmt.Errorf("kube-apiserver: %w", err)
	}
	log.Print("kube-apiserver ready")
	controllerManager.SetArgs(controllerArguments(f))
	go func() { ended <- controllerManager.Execute() }()

	select {
	case err := <-ended:
		if ctx.Err() == nil {
			return fmt.Errorf("control plane ended: %v", err)
		}
	case <-ctx.Done():
		select {
		case <-ended:
		case <-time.After(closing):
		}
	}
	return nil
}

func waitReady(ctx context.Context, f state.Folder, ended <-chan error) error {
	cfg, err := clientcmd.BuildConfigFromFlags("", f.ComponentKubeconfig("controller-manager"))
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(cfg)
	if err != nil {
		return err
	}
	for {
		if err := client.RESTClient().Get().AbsPath("/readyz").Do(ctx).Error(); err == nil {
			return nil
		}
		select {
		case err := <-ended:
			return fmt.Errorf("ended before it was ready: %v", err)
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}
