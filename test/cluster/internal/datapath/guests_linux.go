package datapath

import (
	"fmt"

	corev1 "k8s.io/api/core/v1"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/datapath/launcher"
	"expose-vm/test/cluster/internal/datapath/listen"
	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/knob"
)

// dnsPort is where the pods of OpenShift's DNS listen.
const dnsPort = "0.0.0.0:5353"

// follow opens what a pod's annotation says, in its guest if it has one, and lets the
// guest answer while it runs here, is not paused, and its link is up.
func (d *DataPath) follow(m *pod, p *corev1.Pod) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.isGone || m.namespace == nil {
		return nil
	}
	vmi := d.Guests.Of(p)
	if m.guest == nil && p.Labels[virtv1.AppLabel] == guest.LauncherLabel {
		return nil // nothing is behind this pod
	}
	if m.guest != nil {
		isUp := vmi != nil && vmi.Status.Phase == virtv1.Running && vmi.Status.NodeName == p.Spec.NodeName
		if err := m.freeze(!isUp || isPaused(vmi) || guest.IsLinkDown(vmi)); err != nil {
			return err
		}
		if !isUp {
			return nil
		}
	}
	if listens := p.Annotations[knob.Listens]; !m.isListening || m.listens != listens {
		m.sockets.Close()
		m.listens, m.isListening = listens, true
		if err := d.listen(m, p, vmi); err != nil {
			d.warn(refTo(p), "CannotListen", fmt.Sprintf("nothing listens: annotation %s: %v", knob.Listens, err))
		}
	}
	return nil
}

func (d *DataPath) listen(m *pod, p *corev1.Pod, vmi *virtv1.VirtualMachineInstance) error {
	if p.Annotations[knob.DNS] != "" {
		if err := m.sockets.ForwardUDP(m.namespace, dnsPort, d.DNS); err != nil {
			return err
		}
		return m.sockets.ForwardTCP(m.namespace, dnsPort, d.DNS)
	}
	ports, err := listen.Parse(m.listens)
	if err != nil {
		return err
	}
	if m.guest != nil {
		return m.sockets.Answer(m.guest, ports, fmt.Sprintf("VM %s in %s", vmi.Name, vmi.Namespace), m.ip)
	}
	return m.sockets.Answer(m.namespace, ports, fmt.Sprintf("Pod %s in %s", p.Name, p.Namespace), m.ip)
}

func (m *pod) freeze(frozen bool) error {
	if m.isFrozen == frozen {
		return nil
	}
	change := launcher.Thaw
	if frozen {
		change = launcher.Freeze
	}
	if err := change(m.guest); err != nil {
		return err
	}
	m.isFrozen = frozen
	return nil
}

func isPaused(vmi *virtv1.VirtualMachineInstance) bool {
	for _, c := range vmi.Status.Conditions {
		if c.Type == virtv1.VirtualMachineInstancePaused {
			return c.Status == corev1.ConditionTrue
		}
	}
	return false
}
