package behaviour

import (
	"fmt"
	"testing"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	virtv1 "kubevirt.io/api/core/v1"
)

// patchVM merges a change into a VM.
func patchVM(t *testing.T, ns, name, change string) {
	t.Helper()
	_, err := as(t, "vm-admin").VirtualMachine(ns).Patch(t.Context(), name, types.MergePatchType, []byte(change), metav1.PatchOptions{})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAVMsReadinessIsItsProbes(t *testing.T) {
	t.Parallel()
	needsDataPath(t)
	ns := newNamespace(t)
	probed := func(port int32) func(*virtv1.VirtualMachine) {
		return func(vm *virtv1.VirtualMachine) {
			vm.Spec.Template.Spec.ReadinessProbe = &virtv1.Probe{PeriodSeconds: 1, FailureThreshold: 1,
				Handler: virtv1.Handler{TCPSocket: &corev1.TCPSocketAction{Port: intstr.FromInt32(port)}}}
		}
	}
	newVM(t, ns, "answers", virtv1.RunStrategyAlways, listening("8080/tcp", web), probed(8080))
	_, err := as(t, "vm-admin").VirtualMachine(ns).Create(t.Context(), deafVM(t, ns, probed(7)), metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	newService(t, ns, "web", web)
	eventually(t, "one is ready, the other is not", func() error {
		have, err := endpoints(t.Context(), t, ns, "web")
		if err != nil {
			return err
		}
		ready, others := 0, 0
		for _, isReady := range have {
			if isReady {
				ready++
			} else {
				others++
			}
		}
		if ready != 1 || others != 1 {
			return fmt.Errorf("%d ready, %d not", ready, others)
		}
		return nil
	})
}

// deafVM has a guest that listens, but not on the port that its probe asks for.
func deafVM(t *testing.T, ns string, change ...func(*virtv1.VirtualMachine)) *virtv1.VirtualMachine {
	t.Helper()
	vm := getVM(t, ns, "answers").DeepCopy()
	vm.ObjectMeta = metav1.ObjectMeta{Name: "deaf", Namespace: ns}
	vm.Status = virtv1.VirtualMachineStatus{}
	for _, c := range change {
		c(vm)
	}
	return vm
}

func TestALinkThatIsDownIsAnUnpluggedCable(t *testing.T) {
	t.Parallel()
	ns, address, clients := onPort80(t)
	setLink := func(state string) {
		t.Helper()
		nics := fmt.Sprintf(`[{"name":"default","masquerade":{},"state":%q}]`, state)
		patchVM(t, ns, "web", `{"spec":{"template":{"spec":{"domain":{"devices":{"interfaces":`+nics+`}}}}}}`)
		eventually(t, "the link is "+state, func() error {
			if have := getVMI(t, ns, "web").Status.Interfaces[0].LinkState; have != state {
				return fmt.Errorf("it is %s", have)
			}
			return nil
		})
	}
	setLink("down")
	for _, from := range clients {
		misses(t, from, "tcp", address)
	}
	setLink("up")
	for _, from := range clients {
		reaches(t, from, "tcp", address, "VM web in "+ns)
	}
}

func TestAGuestThatShutsDownEndsItsInstanceAndItsPod(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyRerunOnFailure)
	first := getVMI(t, ns, "vm")
	pod := podOf(t, first)
	off := []byte(`{"metadata":{"annotations":{"expose-vm.test/powered-off":"yes"}}}`)
	if _, err := as(t, "vm-admin").VirtualMachineInstance(ns).Patch(t.Context(), "vm", types.MergePatchType, off, metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	// virt-controller deletes an instance that succeeded, and makes another one of an instance that failed
	eventually(t, "the VM is stopped, its instance has gone, and its pod is over", func() error {
		if status := getVM(t, ns, "vm").Status.PrintableStatus; status != virtv1.VirtualMachineStatusStopped {
			return fmt.Errorf("the VM is %s", status)
		}
		vmi, err := as(t, "vm-admin").VirtualMachineInstance(ns).Get(t.Context(), "vm", metav1.GetOptions{})
		if err == nil {
			return fmt.Errorf("the instance is there, %s", vmi.Status.Phase)
		}
		if !apierrors.IsNotFound(err) {
			return err
		}
		p, err := as(t, "admin").CoreV1().Pods(ns).Get(t.Context(), pod.Name, metav1.GetOptions{})
		if apierrors.IsNotFound(err) {
			return nil
		}
		if err == nil && p.Status.Phase != corev1.PodSucceeded {
			err = fmt.Errorf("pod: %s", p.Status.Phase)
		}
		return err
	})
	code, message := subresource(t, as(t, "vm-admin"), ns, "virtualmachines", "vm", "start", "", "{}")
	wantCode(t, "start", code, message, 202)
	awaitRunning(t, ns, "vm", first.UID)
}
