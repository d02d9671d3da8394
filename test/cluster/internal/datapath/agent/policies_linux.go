package agent

import (
	"context"
	"fmt"
	"log"

	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	"sigs.k8s.io/kube-network-policies/pkg/networkpolicy"
	npaclient "sigs.k8s.io/network-policy-api/pkg/client/clientset/versioned"
	npainformers "sigs.k8s.io/network-policy-api/pkg/client/informers/externalversions"
)

// enforce runs kube-network-policies; it decides on the first packet of each
// connection, which the kernel queues for it. AdminNetworkPolicies, whose kinds the
// cluster does not have, are off.
func enforce(ctx context.Context, o Options) error {
	native, err := divert()
	if err != nil {
		return fmt.Errorf("first packets cannot be queued: %w", err)
	}
	log.Printf("first packets are queued by nft's own expression: %v", native)
	cfg, err := clientcmd.BuildConfigFromFlags("", o.Kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(cfg)
	if err != nil {
		return err
	}
	admin, err := npaclient.NewForConfig(cfg)
	if err != nil {
		return err
	}
	core := informers.NewSharedInformerFactory(client, 0)
	unused := npainformers.NewSharedInformerFactory(admin, 0).Policy().V1alpha1()
	controller, err := networkpolicy.NewController(client,
		core.Networking().V1().NetworkPolicies(), core.Core().V1().Namespaces(), core.Core().V1().Pods(), core.Core().V1().Nodes(),
		admin, unused.AdminNetworkPolicies(), unused.BaselineAdminNetworkPolicies(),
		networkpolicy.Config{QueueID: queue, NodeName: o.Node})
	if err != nil {
		return err
	}
	core.Start(ctx.Done())
	return controller.Run(ctx)
}
