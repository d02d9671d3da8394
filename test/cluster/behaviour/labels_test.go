package behaviour

import (
	"fmt"
	"strings"
	"testing"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	virtv1 "kubevirt.io/api/core/v1"
)

// settle is how long the tests watch for something that must not happen.
const settle = time.Second

func TestATemplateLabelTravelsOnlyAtCreation(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways, func(vm *virtv1.VirtualMachine) { vm.Labels = map[string]string{"app": "vm"} })
	before := getVMI(t, ns, "vm")

	patchTemplateLabels(t, ns, "vm", map[string]string{"tier": "backend"})
	time.Sleep(settle)
	vmi := getVMI(t, ns, "vm")
	pod := podOf(t, vmi)
	for what, labels := range map[string]map[string]string{"VMI": vmi.Labels, "pod": pod.Labels} {
		if _, ok := labels["tier"]; ok {
			t.Errorf("the %s got the label while running", what)
		}
		if _, ok := labels["app"]; ok {
			t.Errorf("the %s has a label of the VM object", what)
		}
	}
	if hasCondition(getVM(t, ns, "vm"), virtv1.VirtualMachineRestartRequired) {
		t.Error("a label alone set RestartRequired")
	}

	code, message := restart(t, as(t, "admin"), ns, "vm")
	wantCode(t, "restart", code, message, 202)
	vmi = awaitRunning(t, ns, "vm", before.UID)
	pod = podOf(t, vmi)
	if vmi.Labels["tier"] != "backend" || pod.Labels["tier"] != "backend" {
		t.Errorf("after the restart: VMI %v, pod %v", vmi.Labels, pod.Labels)
	}
	newService(t, ns, "backend", map[string]string{"tier": "backend"})
	if vmi.Status.Interfaces[0].IP != pod.Status.PodIP {
		t.Errorf("VMI's address %s, pod's %s", vmi.Status.Interfaces[0].IP, pod.Status.PodIP)
	}
	awaitEndpoints(t, ns, "backend", map[string]bool{pod.Status.PodIP: true})
}

// The webhook checks no template labels, so a bad one is an outage.
func TestABadTemplateLabelIsAcceptedAndKeepsTheVMDown(t *testing.T) {
	t.Parallel()
	for _, bad := range []map[string]string{{"ti er": "x"}, {"tier": "x y"}} {
		ns := newNamespace(t)
		newVM(t, ns, "vm", virtv1.RunStrategyAlways)
		before := getVMI(t, ns, "vm")
		patchTemplateLabels(t, ns, "vm", bad)
		code, message := restart(t, as(t, "admin"), ns, "vm")
		wantCode(t, "restart", code, message, 202)
		eventually(t, "FailedCreate", func() error {
			vm := getVM(t, ns, "vm")
			for _, c := range vm.Status.Conditions {
				if strings.Contains(c.Reason, "FailedCreate") {
					return nil
				}
			}
			return fmt.Errorf("%v", vm.Status.Conditions)
		})
		pods, err := as(t, "admin").CoreV1().Pods(ns).List(t.Context(), metav1.ListOptions{LabelSelector: virtv1.AppLabel + "=virt-launcher"})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pods.Items {
			if p.Labels[virtv1.CreatedByLabel] != string(before.UID) {
				t.Errorf("%v: a pod came up all the same", bad)
			}
		}
	}
}

func TestALabelOnAllThreeLayersHoldsWithoutARestart(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways, withTemplateLabels(map[string]string{"a": "b"}))
	vmi := getVMI(t, ns, "vm")
	pod := podOf(t, vmi)
	user, ctx := as(t, "vm-admin"), t.Context()
	patch := []byte(`[{"op":"add","path":"/metadata/labels/tier","value":"backend"}]`)
	if _, err := user.VirtualMachine(ns).Patch(ctx, "vm", types.JSONPatchType,
		[]byte(`[{"op":"add","path":"/spec/template/metadata/labels/tier","value":"backend"}]`), metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := user.VirtualMachineInstance(ns).Patch(ctx, "vm", types.JSONPatchType, patch, metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := user.CoreV1().Pods(ns).Patch(ctx, pod.Name, types.JSONPatchType, patch, metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	newService(t, ns, "backend", map[string]string{"tier": "backend"})
	awaitEndpoints(t, ns, "backend", map[string]bool{pod.Status.PodIP: true})
	time.Sleep(settle)
	now := getVMI(t, ns, "vm")
	if now.UID != vmi.UID || now.Labels["tier"] != "backend" || podOf(t, now).Labels["tier"] != "backend" {
		t.Errorf("uid %s (was %s), VMI %v, pod %v", now.UID, vmi.UID, now.Labels, podOf(t, now).Labels)
	}
}

func TestAFailedJSONPatchTestIs422(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyHalted, withTemplateLabels(map[string]string{"tier": "old"}))
	_, err := as(t, "vm-admin").VirtualMachine(ns).Patch(t.Context(), "vm", types.JSONPatchType,
		[]byte(`[{"op":"test","path":"/spec/template/metadata/labels/tier","value":"other"}]`), metav1.PatchOptions{})
	wantCode(t, "patch", codeOf(err), fmt.Sprint(err), 422)
}
