// Package node runs the stand-ins for all that needs a kernel or a network:
// scheduler, kubelets, virt-handlers, router, load balancer.
package node

import (
	"context"
	"fmt"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	virtv1 "kubevirt.io/api/core/v1"
	"kubevirt.io/client-go/kubecli"

	"expose-vm/test/cluster/internal/address"
	"expose-vm/test/cluster/internal/datapath"
	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/handler"
	"expose-vm/test/cluster/internal/kubelet"
	"expose-vm/test/cluster/internal/loadbalancer"
	"expose-vm/test/cluster/internal/mutualtls"
	"expose-vm/test/cluster/internal/reconcile"
	"expose-vm/test/cluster/internal/router"
	"expose-vm/test/cluster/internal/sandbox"
	"expose-vm/test/cluster/internal/schedule"
	"expose-vm/test/cluster/internal/state"
)

// Options of the node stand-in.
type Options struct {
	BootDelay, StopDelay time.Duration
	// HandlerPort is where virt-api calls virt-handler.
	HandlerPort int
	// KubeletPort is where kube-apiserver asks for logs, DNSPort where CoreDNS listens.
	KubeletPort, DNSPort int
	// DataPath: traffic is to be carried, with the program Nft, or the system's when that is "".
	DataPath bool
	Nft      string
}

// workers per loop: calls to the API server overlap, nothing else takes time.
const workers = 4

// Run blocks until ctx ends or something fails for good.
func Run(ctx context.Context, f state.Folder, o Options) error {
	cfg, err := connection(f, "node")
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(cfg)
	if err != nil {
		return err
	}
	dyn, err := dynamic.NewForConfig(cfg)
	if err != nil {
		return err
	}
	handlerConfig, err := connection(f, "kubevirt-handler")
	if err != nil {
		return err
	}
	virt, err := kubecli.GetKubevirtClientFromRESTConfig(handlerConfig)
	if err != nil {
		return err
	}

	core := informers.NewSharedInformerFactory(client, 0)
	pods, nodes, services := core.Core().V1().Pods(), core.Core().V1().Nodes(), core.Core().V1().Services()
	vmis := cache.NewSharedIndexInformer(
		cache.NewListWatchFromClient(virt.RestClient(), "virtualmachineinstances", metav1.NamespaceAll, fields.Everything()),
		&virtv1.VirtualMachineInstance{}, 0, cache.Indexers{})
	routes := dynamicinformer.NewDynamicSharedInformerFactory(dyn, 0).ForResource(router.Resource).Informer()

	guests := guest.Lister{Store: vmis.GetStore()}
	ranges, err := podRanges(ctx, client)
	if err != nil {
		return err
	}
	outside, err := address.NewPool(loadbalancer.Range)
	if err != nil {
		return err
	}
	scheduler := &schedule.Scheduler{Client: client, Pods: pods.Lister(), Nodes: nodes.Lister()}
	kubelets := &kubelet.Kubelet{Client: client, Pods: pods.Lister(), Nodes: nodes.Lister(), Guests: guests, Ranges: ranges, BootDelay: o.BootDelay,
		Commands: &kubelet.Commands{DNS: o.dns(), Run: sandbox.Run}, Probes: &kubelet.Probes{}}
	handlers := &guest.Handler{Client: virt, Guests: guests, Pods: pods.Lister(), StopDelay: o.StopDelay}
	routing := &router.Router{Client: dyn, Routes: routes.GetStore()}
	balancer := &loadbalancer.Balancer{Client: client, Services: services.Lister(), Pool: outside}

	// One worker places pods: two at once could each miss the other's choice.
	placing := reconcile.New("schedule", scheduler.Reconcile)
	loops := map[*reconcile.Loop]int{placing: 1}
	add := func(name string, do reconcile.Func) *reconcile.Loop {
		l := reconcile.New(name, do)
		loops[l] = workers
		return l
	}
	podLoop := add("kubelet", kubelets.Reconcile)
	kubelets.Commands.Ended, kubelets.Probes.Changed = podLoop.Add, podLoop.Add
	vmiLoop := add("virt-handler", handlers.Reconcile)
	routeLoop := add("router", routing.Reconcile)
	serviceLoop := add("load balancer", balancer.Reconcile)

	// Caches first, then what is in use, then the handlers that hand out more.
	slices := core.Discovery().V1().EndpointSlices()
	for _, i := range []cache.SharedIndexInformer{pods.Informer(), nodes.Informer(), services.Informer(), slices.Informer(), vmis, routes} {
		go i.Run(ctx.Done())
	}
	network, report := o.startDataPath(ctx, datapath.Options{Folder: f, Client: client, APIServer: strings.TrimPrefix(cfg.Host, "https://"),
		Guests: guests, Pods: pods.Lister(), Services: services.Lister(), Slices: slices.Lister()})
	if !cache.WaitForCacheSync(ctx.Done(), pods.Informer().HasSynced, nodes.Informer().HasSynced,
		services.Informer().HasSynced, slices.Informer().HasSynced, vmis.HasSynced, routes.HasSynced) {
		return ctx.Err()
	}
	allPods, err := pods.Lister().List(labels.Everything())
	if err != nil {
		return err
	}
	kubelets.Adopt(allPods)
	allServices, err := services.Lister().List(labels.Everything())
	if err != nil {
		return err
	}
	balancer.Adopt(allServices)
	watches := []watch{
		{placing, pods.Informer(), nil},
		{podLoop, pods.Informer(), nil},
		{podLoop, vmis, guest.PodKeys(pods.Lister())},
		{vmiLoop, vmis, nil},
		{vmiLoop, pods.Informer(), guest.KeysOfPod},
		{routeLoop, routes, routing.Rivals},
		{serviceLoop, services.Informer(), nil},
	}
	if network != nil {
		defer network.Close()
		kubelets.Attach, kubelets.Commands.Within, kubelets.Probes.Dial = network.Attach, network.Within, network.DialFromNode
		podNetworks, balancing := add("pod network", network.Reconcile), add("outside addresses", network.Balance)
		watches = append(watches, watch{podNetworks, pods.Informer(), nil}, watch{podNetworks, vmis, guest.PodKeys(pods.Lister())},
			watch{balancing, services.Informer(), nil}, watch{balancing, slices.Informer(), serviceOfSlice})
	}
	for _, w := range watches {
		if err := w.loop.Watch(w.informer, w.keysOf); err != nil {
			return err
		}
	}
	for l, n := range loops {
		go l.Run(ctx, n)
	}
	go heartbeat(ctx, client, o.KubeletPort)
	server := &handler.Server{Client: virt, Guests: guests, Port: o.HandlerPort,
		Files: mutualtls.Files{CA: f.PKI("ca.crt"), Cert: f.PKI("virt-handler-server.crt"), Key: f.PKI("virt-handler-server.key")}}
	servers, ctx := errgroup.WithContext(ctx)
	if network != nil {
		servers.Go(func() error { return network.Serve(ctx) })
	}
	if err := f.ReportDataPath(report); err != nil {
		return err
	}
	servers.Go(func() error { return server.Run(ctx) })
	servers.Go(func() error {
		files := mutualtls.Files{CA: f.PKI("ca.crt"), Cert: f.PKI("kubelet.crt"), Key: f.PKI("kubelet.key")}
		if err := mutualtls.Serve(ctx, o.KubeletPort, kubelets.Routes(), files); err != nil {
			return fmt.Errorf("kubelet stand-in: %w", err)
		}
		return nil
	})
	return servers.Wait()
}

// watch queues an informer's objects, or what keysOf makes of them, for a loop.
type watch struct {
	loop     *reconcile.Loop
	informer cache.SharedIndexInformer
	keysOf   func(any) []string
}

func connection(f state.Folder, component string) (*rest.Config, error) {
	cfg, err := clientcmd.BuildConfigFromFlags("", f.ComponentKubeconfig(component))
	if err != nil {
		return nil, err
	}
	cfg.QPS, cfg.Burst = 200, 400
	return cfg, nil
}

func podRanges(ctx context.Context, client kubernetes.Interface) (map[string]*address.Pool, error) {
	nodes, err := client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	ranges := map[string]*address.Pool{}
	for _, n := range nodes.Items {
		if ranges[n.Name], err = address.NewPool(n.Spec.PodCIDR); err != nil {
			return nil, fmt.Errorf("node %s: %w", n.Name, err)
		}
	}
	return ranges, nil
}
