package up

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"

	"expose-vm/test/cluster/internal/install"
	"expose-vm/test/cluster/internal/pki"
	"expose-vm/test/cluster/internal/sandbox"
	"expose-vm/test/cluster/internal/state"
	"expose-vm/test/cluster/internal/supervise"
)

// Run starts the cluster and blocks until ctx ends (it returns nil) or a
// component fails.
func Run(ctx context.Context, o Options) (err error) {
	lock, err := state.Acquire(o.Dir)
	if err != nil {
		return err
	}
	defer lock.Release()
	c, err := prepare(o)
	if err != nil {
		return err
	}
	if err := os.Remove(c.folder.DataPathFile()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	defer func() {
		withdrawn := c.folder.Withdraw()
		c.progress.step("stopping")
		c.stop()
		c.progress.step("stopped")
		if err == nil {
			err = withdrawn
		}
	}()
	if err := c.start(ctx); err != nil {
		if ctx.Err() != nil {
			return nil // asked to stop while starting
		}
		return err
	}
	cannotRun := sandbox.Check(ctx)
	if cannotRun != nil {
		c.progress.step("no commands of pods are run: %v", cannotRun)
	}
	if err := c.folder.Announce(c.ports, c.tokens, cannotRun, c.dataPath); err != nil {
		return err
	}
	c.mu.Lock()
	c.isReady = true
	c.mu.Unlock()
	c.progress.step("all ready")
	fmt.Fprintf(o.Out, "ready: %s\n", c.folder.ClusterFile())
	select {
	case <-ctx.Done():
		return nil
	case err := <-c.failed:
		return err
	}
}

// prepare makes the state folder complete: certificates, ports, tokens, kubeconfigs.
func prepare(o Options) (*cluster, error) {
	f, err := state.Open(o.Dir)
	if err != nil {
		return nil, err
	}
	if o.Fresh {
		if err := f.Wipe(); err != nil {
			return nil, err
		}
	}
	if err := f.Withdraw(); err != nil {
		return nil, err
	}
	c := &cluster{Options: o, folder: f, progress: newProgress(o.Out), failed: make(chan error, 1)}
	if err := pki.Ensure(f.PKI); err != nil {
		return nil, err
	}
	if c.ports, err = f.ChoosePorts(o.APIPort); err != nil {
		return nil, err
	}
	if c.tokens, err = f.LoadTokens(); err != nil {
		return nil, err
	}
	if err := f.WriteKubeconfigs(c.ports, c.tokens); err != nil {
		return nil, err
	}
	if c.config, err = clientcmd.BuildConfigFromFlags("", f.Kubeconfig()); err != nil {
		return nil, err
	}
	c.config.QPS, c.config.Burst = 100, 100
	c.client, err = kubernetes.NewForConfig(c.config)
	return c, err
}

// start brings the components up in the order in which they need each other.
func (c *cluster) start(ctx context.Context) error {
	// All are started now and wait for their release: their initialisation runs
	// while kube-apiserver comes up.
	children := map[string]*supervise.Child{}
	for _, component := range []struct {
		name string
		args []string
	}{
		{ControlPlane, controlPlaneArguments(c.folder, c.ports)},
		{VirtAPI, virtAPIArguments(c.folder, c.ports)},
		{VirtController, virtControllerArguments(c.folder, c.ports)},
		{Node, nodeArguments(c.folder, c.ports, c.Options)},
		{DNS, dnsArguments(c.folder)},
	} {
		child, err := c.launch(component.name, component.args)
		if err != nil {
			return err
		}
		children[component.name] = child
	}
	children[ControlPlane].Release()
	if err := c.await(ctx, "kube-apiserver", 60*time.Second, apiServerReady(c.client)); err != nil {
		return err
	}
	c.progress.step("kube-apiserver ready (etcd, kube-controller-manager with it)")

	ca, err := os.ReadFile(c.folder.PKI("ca.crt"))
	if err != nil {
		return err
	}
	applier, err := install.NewApplier(c.config, "installer")
	if err != nil {
		return err
	}
	if err := applier.Base(ctx, ca, c.ports.VirtAPI); err != nil {
		return c.because(err)
	}
	c.progress.step("KubeVirt and OpenShift kinds, roles, nodes and users installed")

	if err := state.WriteFile(c.folder.Corefile(), corefile(c.folder, c.ports)); err != nil {
		return err
	}
	for _, name := range []string{VirtAPI, VirtController, Node, DNS} {
		children[name].Release()
	}
	if err := c.await(ctx, "virt-api", 60*time.Second, listens(c.ports.VirtAPI)); err != nil {
		return err
	}
	c.progress.step("virt-api listens")
	if err := applier.Hooks(ctx, ca, c.ports.VirtAPI); err != nil {
		return c.because(err)
	}
	for _, need := range []struct {
		what string
		ok   check
	}{
		{"subresources.kubevirt.io available", aggregatedAPIAvailable(c.client)},
		{"KubeVirt's webhooks answer", webhooksAnswer(c.client)},
		{"virt-controller leads", controllerLeads(c.folder, c.ports.VirtController)},
		{"virt-handler stand-in listens", listens(c.ports.VirtHandler)},
		{"kubelet stand-in listens", listens(c.ports.Kubelet)},
		{"CoreDNS answers", dnsAnswers(c.ports.DNS)},
		{"custom resources served", customResourcesServed(c.client)},
		{"users' roles aggregated", rolesAggregated(c.config, c.tokens["viewer"])},
	} {
		if err := c.await(ctx, need.what, 60*time.Second, need.ok); err != nil {
			return err
		}
		c.progress.step("%s", need.what)
	}
	if err := c.awaitDataPath(ctx); err != nil {
		return err
	}
	return c.seed(ctx)
}

func (c *cluster) seed(ctx context.Context) error {
	if c.Seed == "" {
		return nil
	}
	objects, err := install.ReadSeed(c.Seed)
	if err != nil {
		return err
	}
	applier, err := install.NewApplier(c.config, "seed")
	if err != nil {
		return err
	}
	if err := applier.All(ctx, objects); err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	c.progress.step("seed applied: %d objects of %s", len(objects), c.Seed)
	return nil
}

// because prefers the end of a component over the error that followed from it.
func (c *cluster) because(err error) error {
	select {
	case failure := <-c.failed:
		return failure
	case <-time.After(200 * time.Millisecond):
		return err
	}
}
