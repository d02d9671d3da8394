package behaviour

import (
	"testing"

	virtv1 "kubevirt.io/api/core/v1"
)

func TestAPausedVMLeavesItsService(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways)
	newService(t, ns, "stable", map[string]string{"vmi.kubevirt.io/id": "vm"})
	ip := podOf(t, getVMI(t, ns, "vm")).Status.PodIP
	awaitEndpoints(t, ns, "stable", map[string]bool{ip: true})
	user := as(t, "vm-admin")

	code, message := subresource(t, user, ns, "virtualmachineinstances", "vm", "unpause", "", "{}")
	wantCode(t, "unpause of a running VM", code, message, 409)
	code, message = subresource(t, user, ns, "virtualmachineinstances", "vm", "pause", "", "{}")
	wantCode(t, "pause", code, message, 200)
	awaitEndpoints(t, ns, "stable", map[string]bool{ip: false})
	code, message = subresource(t, as(t, "viewer"), ns, "virtualmachineinstances", "vm", "unpause", "", "{}")
	wantCode(t, "unpause by viewer", code, message, 403)
	code, message = subresource(t, user, ns, "virtualmachineinstances", "vm", "unpause", "", "{}")
	wantCode(t, "unpause", code, message, 200)
	awaitEndpoints(t, ns, "stable", map[string]bool{ip: true})
}
