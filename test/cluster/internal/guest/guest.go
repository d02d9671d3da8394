package guest

import (
	"context"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	corelisters "k8s.io/client-go/listers/core/v1"
	virtv1 "kubevirt.io/api/core/v1"
	"kubevirt.io/client-go/kubecli"

	"expose-vm/test/cluster/internal/knob"
	"expose-vm/test/cluster/internal/migrate"
)

// Handler plays virt-handler on every node.
type Handler struct {
	// Client must sign in as virt-handler's service account: virt-api's webhook
	// silently reverts a VMI status that anyone but KubeVirt writes.
	Client kubecli.KubevirtClient
	Guests Lister
	Pods   corelisters.PodLister
	// StopDelay is how long a guest takes to shut down.
	StopDelay time.Duration
}

// Reconcile does the next thing for one VMI.
func (h *Handler) Reconcile(ctx context.Context, key string) (time.Duration, error) {
	vmi := h.Guests.Get(key)
	if vmi == nil || vmi.Status.NodeName == "" || vmi.IsFinal() {
		return 0, nil // virt-controller's, or over
	}
	next := vmi.DeepCopy()
	changed, again, err := h.advance(next, time.Now())
	if err != nil || !changed {
		return again, err
	}
	_, err = h.Client.VirtualMachineInstance(vmi.Namespace).Update(ctx, next, metav1.UpdateOptions{})
	if apierrors.IsNotFound(err) {
		return 0, nil
	}
	return again, err
}

// advance writes the VMI's next status.
func (h *Handler) advance(vmi *virtv1.VirtualMachineInstance, now time.Time) (changed bool, again time.Duration, err error) {
	p, err := pod(h.Pods, vmi, vmi.Status.NodeName)
	if err != nil {
		return false, 0, err
	}
	if left, stopping := stopLeft(vmi, p, h.StopDelay, now); stopping {
		if left > 0 {
			return false, left, nil
		}
		setPhase(vmi, virtv1.Succeeded, now)
		return true, 0, nil
	}
	if vmi.Status.Phase == virtv1.Scheduled && p != nil {
		Boot(vmi, p, now)
		return true, 0, nil
	}
	if vmi.Status.Phase != virtv1.Running {
		return false, 0, nil
	}
	if vmi.Annotations[knob.PoweredOff] != "" {
		setPhase(vmi, virtv1.Succeeded, now)
		return true, 0, nil
	}
	if vmi.Status.MigrationState != nil {
		if changed, again, err := h.migrate(vmi, now); changed || again > 0 || err != nil {
			return changed, again, err
		}
	}
	return followLinks(vmi), 0, nil
}

func (h *Handler) migrate(vmi *virtv1.VirtualMachineInstance, now time.Time) (bool, time.Duration, error) {
	target, err := pod(h.Pods, vmi, vmi.Status.MigrationState.TargetNode)
	if err != nil {
		return false, 0, err
	}
	address := ""
	if target != nil {
		address = target.Status.HostIP
	}
	changed, again := migrate.Advance(vmi, address, now)
	if changed && target != nil && vmi.Status.NodeName == target.Spec.NodeName {
		SetInterfaces(vmi, target) // the target pod has another address
	}
	return changed, again, nil
}
