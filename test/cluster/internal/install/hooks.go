package install

import (
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"kubevirt.io/kubevirt/pkg/virt-operator/resource/generate/components"
)

// virtAPIService makes kube-apiserver reach virt-api on loopback: an ExternalName
// Service may point there, an Endpoints object may not.
func virtAPIService(port int) *unstructured.Unstructured {
	return &unstructured.Unstructured{Object: object{"apiVersion": "v1", "kind": "Service",
		"metadata": object{"name": "virt-api", "namespace": namespace},
		"spec":     object{"type": "ExternalName", "externalName": "127.0.0.1", "ports": []any{object{"port": int64(port)}}}}}
}

// hooks are the webhooks and aggregated APIs that virt-api serves. They are
// applied once it listens: before that they would only make writes fail.
func hooks(ca []byte, virtAPIPort int) ([]*unstructured.Unstructured, error) {
	port := int32(virtAPIPort)
	var typed []any
	for _, a := range components.NewVirtAPIAPIServices(namespace) {
		a.Spec.CABundle, a.Spec.Service.Port = ca, &port
		typed = append(typed, a)
	}
	vms := components.NewVirtAPIMutatingWebhookConfiguration(namespace)
	pods := components.NewVirtLauncherPodMutatingWebhookConfiguration(namespace)
	for i := range vms.Webhooks {
		vms.Webhooks[i].ClientConfig.CABundle, vms.Webhooks[i].ClientConfig.Service.Port = ca, &port
	}
	for i := range pods.Webhooks {
		pods.Webhooks[i].ClientConfig.CABundle, pods.Webhooks[i].ClientConfig.Service.Port = ca, &port
	}
	validating := components.NewVirtAPIValidatingWebhookConfiguration(namespace)
	for i := range validating.Webhooks {
		validating.Webhooks[i].ClientConfig.CABundle, validating.Webhooks[i].ClientConfig.Service.Port = ca, &port
	}
	typed = append(typed, vms, pods, validating)
	var all []*unstructured.Unstructured
	for _, t := range typed {
		u, err := toUnstructured(t)
		if err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	return all, nil
}
