// Package guest is virt-handler's part for a VMI that is not migrating: it boots
// when its pod is ready and shuts down when it is to go.
package guest

import (
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	virtv1 "kubevirt.io/api/core/v1"
)

// LauncherLabel is the value of the label kubevirt.io on a VM's pods.
const LauncherLabel = "virt-launcher"

// Lister finds VMIs by their pods.
type Lister struct{ Store cache.Store }

// Get returns a VMI by namespace/name, nil when there is none.
func (l Lister) Get(key string) *virtv1.VirtualMachineInstance {
	o, found, err := l.Store.GetByKey(key)
	if err != nil || !found {
		return nil
	}
	vmi, _ := o.(*virtv1.VirtualMachineInstance)
	return vmi
}

// key is the namespace/name of the VMI that a virt-launcher pod belongs to, ""
// for other pods.
func key(p *corev1.Pod) string {
	if p.Labels[virtv1.AppLabel] != LauncherLabel {
		return ""
	}
	for _, r := range p.OwnerReferences {
		if r.Kind == virtv1.VirtualMachineInstanceGroupVersionKind.Kind {
			return p.Namespace + "/" + r.Name
		}
	}
	return ""
}

// Of returns the VMI of a virt-launcher pod, nil when it is gone or another one
// has its name by now.
func (l Lister) Of(p *corev1.Pod) *virtv1.VirtualMachineInstance {
	vmi := l.Get(key(p))
	if vmi == nil || string(vmi.UID) != p.Labels[virtv1.CreatedByLabel] {
		return nil
	}
	return vmi
}

// KeysOfPod maps a pod to its VMI, for a loop over VMIs that watches pods.
func KeysOfPod(o any) []string {
	if p, ok := o.(*corev1.Pod); ok && key(p) != "" {
		return []string{key(p)}
	}
	return nil
}

// PodKeys returns a function that maps a VMI to its pods, for a loop over pods
// that watches VMIs.
func PodKeys(pods corelisters.PodLister) func(any) []string {
	return func(o any) []string {
		vmi, ok := o.(*virtv1.VirtualMachineInstance)
		if !ok {
			return nil
		}
		all, err := pods.Pods(vmi.Namespace).List(labels.SelectorFromSet(labels.Set{virtv1.CreatedByLabel: string(vmi.UID)}))
		if err != nil {
			return nil
		}
		var keys []string
		for _, p := range all {
			keys = append(keys, p.Namespace+"/"+p.Name)
		}
		return keys
	}
}

// RunsIn says that the guest is in this pod and not down yet.
func RunsIn(vmi *virtv1.VirtualMachineInstance, p *corev1.Pod) bool {
	owned := vmi.Status.Phase == virtv1.Scheduled || vmi.Status.Phase == virtv1.Running
	return owned && vmi.Status.NodeName == p.Spec.NodeName
}

// HasLeft says that the guest has shut itself down, or that this pod is the source or the
// target of a migration that has ended elsewhere: the guest moved away from the source, or
// failed to reach the target. A guest whose instance is deleted ends with its pod instead.
func HasLeft(vmi *virtv1.VirtualMachineInstance, p *corev1.Pod) bool {
	if vmi.IsFinal() && vmi.DeletionTimestamp == nil {
		return true
	}
	m := vmi.Status.MigrationState
	if m == nil || !m.Completed || vmi.Status.NodeName == p.Spec.NodeName {
		return false
	}
	// By name: the node alone would also match the target of the next migration, back again.
	return p.Name == m.SourcePod || p.Name == m.TargetPod
}

// pod returns the pod on a node that was made for the VMI, nil when there is none.
func pod(pods corelisters.PodLister, vmi *virtv1.VirtualMachineInstance, node string) (*corev1.Pod, error) {
	all, err := pods.Pods(vmi.Namespace).List(labels.SelectorFromSet(labels.Set{
		virtv1.AppLabel: LauncherLabel, virtv1.CreatedByLabel: string(vmi.UID)}))
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.Spec.NodeName == node && p.Status.Phase == corev1.PodRunning {
			return p, nil
		}
	}
	return nil, nil
}
