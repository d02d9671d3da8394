package install

import (
	"fmt"

	extv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"kubevirt.io/kubevirt/pkg/virt-operator/resource/generate/components"
	"kubevirt.io/kubevirt/pkg/virt-operator/resource/generate/rbac"
)

// Version is the KubeVirt that go.mod builds, that of OpenShift 4.22.
const Version = "v1.8.4"

// namespace is where virt-operator would put its components.
const namespace = "kubevirt"

type object = map[string]any

// kubeVirtCRDs are all that virt-api and virt-controller have informers on.
func kubeVirtCRDs() ([]*unstructured.Unstructured, error) {
	var crds []*unstructured.Unstructured
	for _, generate := range []func() (*extv1.CustomResourceDefinition, error){
		components.NewVirtualMachineInstanceCrd, components.NewVirtualMachineCrd, components.NewPresetCrd, components.NewReplicaSetCrd,
		components.NewVirtualMachineInstanceMigrationCrd, components.NewKubeVirtCrd, components.NewVirtualMachinePoolCrd,
		components.NewVirtualMachineSnapshotCrd, components.NewVirtualMachineSnapshotContentCrd, components.NewVirtualMachineRestoreCrd,
		components.NewVirtualMachineExportCrd, components.NewVirtualMachineBackupCrd, components.NewVirtualMachineBackupTrackerCrd,
		components.NewVirtualMachineInstancetypeCrd, components.NewVirtualMachineClusterInstancetypeCrd,
		components.NewVirtualMachinePreferenceCrd, components.NewVirtualMachineClusterPreferenceCrd,
		components.NewMigrationPolicyCrd, components.NewVirtualMachineCloneCrd,
	} {
		crd, err := generate()
		if err != nil {
			return nil, fmt.Errorf("KubeVirt CRD: %w", err)
		}
		crd.TypeMeta = metav1.TypeMeta{APIVersion: "apiextensions.k8s.io/v1", Kind: "CustomResourceDefinition"}
		u, err := toUnstructured(crd)
		if err != nil {
			return nil, err
		}
		crds = append(crds, u)
	}
	return crds, nil
}

// kubeVirtObjects are the roles of KubeVirt's components and of its users, the
// CA bundles that virt-api verifies virt-handler with, and the KubeVirt object.
func kubeVirtObjects(ca []byte) ([]*unstructured.Unstructured, error) {
	var typed []runtime.Object
	typed = append(typed, rbac.GetAllCluster()...)
	typed = append(typed, rbac.GetAllApiServer(namespace)...)
	typed = append(typed, rbac.GetAllController(namespace, false)...)
	typed = append(typed, rbac.GetAllHandler(namespace)...)
	typed = append(typed, components.NewKubeVirtPriorityClassCR())
	var all []*unstructured.Unstructured
	for _, t := range typed {
		u, err := toUnstructured(t)
		if err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	for _, bundle := range []string{"kubevirt-ca", "kubevirt-export-ca"} {
		all = append(all, &unstructured.Unstructured{Object: object{"apiVersion": "v1", "kind": "ConfigMap",
			"metadata": object{"name": bundle, "namespace": namespace}, "data": object{"ca-bundle": string(ca)}}})
	}
	return append(all, &unstructured.Unstructured{Object: object{"apiVersion": "kubevirt.io/v1", "kind": "KubeVirt",
		"metadata": object{"name": "kubevirt", "namespace": namespace},
		"spec":     object{"configuration": object{"developerConfiguration": object{"useEmulation": true}}}}}), nil
}

// deployedStatus is what virt-operator writes when all components run;
// virt-controller and virt-api wait for it.
func deployedStatus() object {
	return object{"status": object{"phase": "Deployed", "operatorVersion": Version, "observedKubeVirtVersion": Version,
		"targetKubeVirtVersion": Version, "defaultArchitecture": "amd64",
		"conditions": []any{object{"type": "Available", "status": "True", "reason": "AllComponentsReady"}}}}
}
