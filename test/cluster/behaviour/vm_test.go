package behaviour

import (
	"context"
	"fmt"
	"maps"
	"testing"

	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	virtv1 "kubevirt.io/api/core/v1"
)

// newVM creates a VM on the pod network and waits until it runs, unless it is halted.
func newVM(t *testing.T, ns, name string, strategy virtv1.VirtualMachineRunStrategy, change ...func(*virtv1.VirtualMachine)) {
	t.Helper()
	memory := resource.MustParse("64Mi")
	vm := &virtv1.VirtualMachine{ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: ns}}
	vm.Spec.RunStrategy = &strategy
	vm.Spec.Template = &virtv1.VirtualMachineInstanceTemplateSpec{Spec: virtv1.VirtualMachineInstanceSpec{
		Domain: virtv1.DomainSpec{Memory: &virtv1.Memory{Guest: &memory}, Devices: virtv1.Devices{
			Interfaces: []virtv1.Interface{{Name: "default", InterfaceBindingMethod: virtv1.InterfaceBindingMethod{Masquerade: &virtv1.InterfaceMasquerade{}}}}}},
		Networks: []virtv1.Network{*virtv1.DefaultPodNetwork()}}}
	for _, c := range change {
		c(vm)
	}
	if _, err := as(t, "admin").VirtualMachine(ns).Create(t.Context(), vm, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	if strategy != virtv1.RunStrategyHalted {
		awaitRunning(t, ns, name, "")
	}
}

func withTemplateLabels(l map[string]string) func(*virtv1.VirtualMachine) {
	return func(vm *virtv1.VirtualMachine) { vm.Spec.Template.ObjectMeta.Labels = l }
}

// awaitRunning waits for a ready VMI whose uid is not the old one.
func awaitRunning(t *testing.T, ns, name string, old types.UID) *virtv1.VirtualMachineInstance {
	t.Helper()
	var found *virtv1.VirtualMachineInstance
	eventually(t, name+" runs", func() error {
		vmi, err := as(t, "admin").VirtualMachineInstance(ns).Get(t.Context(), name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		found = vmi
		if vmi.UID == old || vmi.Status.Phase != virtv1.Running || !isReady(vmi) {
			return fmt.Errorf("uid %s, phase %s, conditions %v", vmi.UID, vmi.Status.Phase, vmi.Status.Conditions)
		}
		return nil
	})
	return found
}

func isReady(vmi *virtv1.VirtualMachineInstance) bool {
	for _, c := range vmi.Status.Conditions {
		if c.Type == virtv1.VirtualMachineInstanceReady {
			return c.Status == corev1.ConditionTrue
		}
	}
	return false
}

func getVM(t *testing.T, ns, name string) *virtv1.VirtualMachine {
	t.Helper()
	vm, err := as(t, "admin").VirtualMachine(ns).Get(t.Context(), name, metav1.GetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return vm
}

func getVMI(t *testing.T, ns, name string) *virtv1.VirtualMachineInstance {
	t.Helper()
	vmi, err := as(t, "admin").VirtualMachineInstance(ns).Get(t.Context(), name, metav1.GetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return vmi
}

// podOf returns the pod that the VMI runs in now.
func podOf(t *testing.T, vmi *virtv1.VirtualMachineInstance) *corev1.Pod {
	t.Helper()
	list, err := as(t, "admin").CoreV1().Pods(vmi.Namespace).List(t.Context(), metav1.ListOptions{
		LabelSelector: virtv1.CreatedByLabel + "=" + string(vmi.UID)})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range list.Items {
		if p.Status.Phase == corev1.PodRunning && p.Spec.NodeName == vmi.Status.NodeName {
			return &list.Items[i]
		}
	}
	t.Fatalf("%s has no running pod on %s", vmi.Name, vmi.Status.NodeName)
	return nil
}

func patchTemplateLabels(t *testing.T, ns, name string, labels map[string]string) {
	t.Helper()
	patch := `{"spec":{"template":{"metadata":{"labels":{`
	separator := ""
	for _, k := range sortedKeys(labels) {
		patch += fmt.Sprintf("%s%q:%q", separator, k, labels[k])
		separator = ","
	}
	patch += `}}}}}`
	if _, err := as(t, "admin").VirtualMachine(ns).Patch(t.Context(), name, types.MergePatchType, []byte(patch), metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range maps.Keys(m) {
		keys = append(keys, k)
	}
	return keys
}

func hasCondition(vm *virtv1.VirtualMachine, t virtv1.VirtualMachineConditionType) bool {
	for _, c := range vm.Status.Conditions {
		if c.Type == t && c.Status == corev1.ConditionTrue {
			return true
		}
	}
	return false
}

// newService creates a Service on port 80 to 8080 for the pods with these labels.
func newService(t *testing.T, ns, name string, selector map[string]string, change ...func(*corev1.Service)) *corev1.Service {
	t.Helper()
	s := &corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: corev1.ServiceSpec{Selector: selector,
		Ports: []corev1.ServicePort{{Name: "http", Port: 80}}}}
	s.Spec.Ports[0].TargetPort.IntVal = 8080
	for _, c := range change {
		c(s)
	}
	s, err := as(t, "admin").CoreV1().Services(ns).Create(t.Context(), s, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// endpoints maps the addresses of a Service's EndpointSlices to their readiness.
func endpoints(ctx context.Context, t *testing.T, ns, service string) (map[string]bool, error) {
	t.Helper()
	slices, err := as(t, "admin").DiscoveryV1().EndpointSlices(ns).List(ctx, metav1.ListOptions{LabelSelector: discoveryv1.LabelServiceName + "=" + service})
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, s := range slices.Items {
		for _, e := range s.Endpoints {
			found[e.Addresses[0]] = e.Conditions.Ready != nil && *e.Conditions.Ready
		}
	}
	return found, nil
}

// awaitEndpoints waits until a Service has exactly these addresses with this readiness.
func awaitEndpoints(t *testing.T, ns, service string, want map[string]bool) {
	t.Helper()
	eventually(t, "endpoints of "+service, func() error {
		have, err := endpoints(t.Context(), t, ns, service)
		if err == nil && !maps.Equal(have, want) {
			err = fmt.Errorf("%v, want %v", have, want)
		}
		return err
	})
}
