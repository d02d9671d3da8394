package guest

import (
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/knob"
)

// machineType is what q35 stands for on RHEL 9.6; the nodes have its label.
const machineType = "pc-q35-rhel9.6.0"

// Boot writes what virt-handler reports of a domain that has started in the pod.
func Boot(vmi *virtv1.VirtualMachineInstance, p *corev1.Pod, now time.Time) {
	setPhase(vmi, virtv1.Running, now)
	vmi.Status.SelinuxContext = "none" // virt-controller migrates no VMI without one
	vmi.Status.MigrationMethod = virtv1.LiveMigration
	vmi.Status.Machine = &virtv1.Machine{Type: machineType}
	SetInterfaces(vmi, p)
	for _, t := range []virtv1.VirtualMachineInstanceConditionType{
		virtv1.VirtualMachineInstanceIsMigratable, virtv1.VirtualMachineInstanceIsStorageLiveMigratable} {
		setCondition(vmi, virtv1.VirtualMachineInstanceCondition{Type: t, Status: corev1.ConditionTrue, LastTransitionTime: metav1.NewTime(now)})
	}
}

// SetInterfaces reports the pod's address on the interface of the pod network:
// with masquerade the guest is reached there. There is no guest agent, so
// interfaces of other networks have none.
func SetInterfaces(vmi *virtv1.VirtualMachineInstance, p *corev1.Pod) {
	onPodNetwork := map[string]bool{}
	for _, n := range vmi.Spec.Networks {
		onPodNetwork[n.Name] = n.Pod != nil
	}
	vmi.Status.Interfaces = nil
	for i, n := range vmi.Spec.Domain.Devices.Interfaces {
		s := virtv1.VirtualMachineInstanceNetworkInterface{Name: n.Name, MAC: mac(vmi, i, n.MacAddress),
			PodInterfaceName: fmt.Sprintf("net%d", i), InfoSource: "domain", LinkState: linkState(n), QueueCount: 1}
		if onPodNetwork[n.Name] {
			s.PodInterfaceName, s.IP, s.IPs = "eth0", p.Status.PodIP, []string{p.Status.PodIP}
		}
		vmi.Status.Interfaces = append(vmi.Status.Interfaces, s)
	}
}

// linkState is what virt-handler sets the domain's link to.
func linkState(n virtv1.Interface) string {
	if n.State == virtv1.InterfaceStateLinkDown {
		return "down"
	}
	return "up"
}

// IsLinkDown says that the guest's interface of the pod network is an unplugged cable.
func IsLinkDown(vmi *virtv1.VirtualMachineInstance) bool {
	for _, s := range vmi.Status.Interfaces {
		if s.PodInterfaceName == "eth0" && s.LinkState == "down" {
			return true
		}
	}
	return false
}

// followLinks sets the links as the spec wants them; it says whether one has changed.
func followLinks(vmi *virtv1.VirtualMachineInstance) bool {
	changed := false
	for _, n := range vmi.Spec.Domain.Devices.Interfaces {
		for i := range vmi.Status.Interfaces {
			s := &vmi.Status.Interfaces[i]
			if s.Name == n.Name && s.LinkState != linkState(n) {
				s.LinkState, changed = linkState(n), true
			}
		}
	}
	return changed
}

// mac is the wanted one, or one that stays the same as long as the VMI lives.
func mac(vmi *virtv1.VirtualMachineInstance, i int, wanted string) string {
	if wanted != "" || len(vmi.UID) < 6 {
		return wanted
	}
	return fmt.Sprintf("02:%s:%s:%s:%02x:%02x", vmi.UID[0:2], vmi.UID[2:4], vmi.UID[4:6], i/256, i%256)
}

// stopLeft is how long the guest still takes to shut down; stopping is false
// when it is not to go. Like a real guest it is cut short by the grace period,
// its own or that of its pod, which a forced delete of the pod makes shorter.
func stopLeft(vmi *virtv1.VirtualMachineInstance, p *corev1.Pod, fallback time.Duration, now time.Time) (left time.Duration, stopping bool) {
	var since time.Time
	switch {
	case vmi.DeletionTimestamp != nil:
		since = vmi.DeletionTimestamp.Time
	case p != nil && p.DeletionTimestamp != nil:
		since = p.DeletionTimestamp.Time
		if p.DeletionGracePeriodSeconds != nil { // the timestamp is when the grace ends
			since = since.Add(-time.Duration(*p.DeletionGracePeriodSeconds) * time.Second)
		}
	default:
		return 0, false
	}
	delay := knob.Duration(vmi, knob.StopDelay, fallback)
	if grace := vmi.Spec.TerminationGracePeriodSeconds; grace != nil {
		delay = min(delay, time.Duration(*grace)*time.Second)
	}
	end := since.Add(delay)
	if p != nil && p.DeletionTimestamp != nil && p.DeletionTimestamp.Time.Before(end) {
		end = p.DeletionTimestamp.Time
	}
	return end.Sub(now), true
}

func setPhase(vmi *virtv1.VirtualMachineInstance, phase virtv1.VirtualMachineInstancePhase, now time.Time) {
	vmi.Status.Phase = phase
	vmi.Status.PhaseTransitionTimestamps = append(vmi.Status.PhaseTransitionTimestamps,
		virtv1.VirtualMachineInstancePhaseTransitionTimestamp{Phase: phase, PhaseTransitionTimestamp: metav1.NewTime(now)})
}

func setCondition(vmi *virtv1.VirtualMachineInstance, c virtv1.VirtualMachineInstanceCondition) {
	for i := range vmi.Status.Conditions {
		if vmi.Status.Conditions[i].Type == c.Type {
			vmi.Status.Conditions[i] = c
			return
		}
	}
	vmi.Status.Conditions = append(vmi.Status.Conditions, c)
}
