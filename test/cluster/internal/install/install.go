package install

import (
	"context"
	"encoding/json"
	"fmt"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/util/retry"
)

// Base applies all that must be there before KubeVirt's processes start.
func (a *Applier) Base(ctx context.Context, ca []byte, virtAPIPort int) error {
	first, err := embedded("namespaces", "crd-network", "crd-route", "crd-consoleplugin", "crd-networkattachment")
	if err != nil {
		return err
	}
	crds, err := kubeVirtCRDs()
	if err != nil {
		return err
	}
	if err := a.All(ctx, append(first, crds...)); err != nil {
		return err
	}
	then, err := embedded("nodes", "network", "roles", "users")
	if err != nil {
		return err
	}
	kubeVirt, err := kubeVirtObjects(ca)
	if err != nil {
		return err
	}
	then = append(append(then, kubeVirt...), virtAPIService(virtAPIPort))
	if err := a.All(ctx, then); err != nil {
		return err
	}
	return a.markDeployed(ctx)
}

// Hooks applies virt-api's webhooks and aggregated APIs, and the pods that
// stand for virt-handler and for the DNS server.
func (a *Applier) Hooks(ctx context.Context, ca []byte, virtAPIPort int) error {
	objects, err := hooks(ca, virtAPIPort)
	if err != nil {
		return err
	}
	pods, err := embedded("virt-handler", "dns")
	if err != nil {
		return err
	}
	return a.All(ctx, append(objects, pods...))
}

func (a *Applier) markDeployed(ctx context.Context) error {
	body, err := json.Marshal(deployedStatus())
	if err != nil {
		return err
	}
	kubeVirts := a.client.Resource(schema.GroupVersionResource{Group: "kubevirt.io", Version: "v1", Resource: "kubevirts"}).Namespace(namespace)
	err = retry.OnError(retry.DefaultBackoff, func(error) bool { return true }, func() error {
		_, err := kubeVirts.Patch(ctx, "kubevirt", types.MergePatchType, body, metav1.PatchOptions{}, "status")
		return err
	})
	if err != nil {
		return fmt.Errorf("status of the KubeVirt object: %w", err)
	}
	return nil
}
