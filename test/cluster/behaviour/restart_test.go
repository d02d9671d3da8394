package behaviour

import (
	"strings"
	"testing"
	"time"

	virtv1 "kubevirt.io/api/core/v1"
)

func TestRestartOfAHaltedVMIsRefused(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyHalted)
	code, message := restart(t, as(t, "admin"), ns, "vm")
	wantCode(t, "restart", code, message, 409)
	if !strings.Contains(message, "Halted does not support manual restart requests") {
		t.Errorf("message: %s", message)
	}
}

func TestADryRunOfARestartWorksInTheBodyOnly(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways)
	before := getVMI(t, ns, "vm")
	code, message := subresource(t, as(t, "admin"), ns, "virtualmachines", "vm", "restart", "", `{"dryRun":["All"]}`)
	wantCode(t, "dry run in the body", code, message, 202)
	time.Sleep(settle)
	if now := getVMI(t, ns, "vm"); now.UID != before.UID || now.DeletionTimestamp != nil {
		t.Fatal("the dry run restarted the VM")
	}
	// As a query parameter it is ignored: the VM restarts.
	code, message = subresource(t, as(t, "admin"), ns, "virtualmachines", "vm", "restart", "All", `{}`)
	wantCode(t, "dry run as a query parameter", code, message, 202)
	awaitRunning(t, ns, "vm", before.UID)
}

// A restart is under way until the guest is down; the annotation makes that long enough to see.
func TestAStopDelayKeepsTheOldGuestUntilItIsOver(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways, func(vm *virtv1.VirtualMachine) {
		vm.Spec.Template.ObjectMeta.Annotations = map[string]string{"expose-vm.test/stop-delay": "2s", "expose-vm.test/boot-delay": "1s"}
	})
	before := getVMI(t, ns, "vm")
	asked := time.Now()
	code, message := restart(t, as(t, "admin"), ns, "vm")
	wantCode(t, "restart", code, message, 202)
	code, _ = restart(t, as(t, "admin"), ns, "vm")
	wantCode(t, "restart while one is under way", code, "", 500)
	awaitRunning(t, ns, "vm", before.UID)
	if took := time.Since(asked); took < 2*time.Second {
		t.Errorf("stopped and booted in %v, want at least 2s", took)
	}
}
