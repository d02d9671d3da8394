package kubelet

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// run marks the pod as running at addr on a node whose address is host, with all
// containers started.
func run(p *corev1.Pod, addr, host string, now time.Time) {
	at := metav1.NewTime(now)
	p.Status.Phase = corev1.PodRunning
	p.Status.StartTime = &at
	p.Status.HostIP, p.Status.HostIPs = host, []corev1.HostIP{{IP: host}}
	p.Status.PodIP, p.Status.PodIPs = addr, []corev1.PodIP{{IP: addr}}
	p.Status.InitContainerStatuses, p.Status.ContainerStatuses = nil, nil
	for _, c := range p.Spec.InitContainers {
		s := running(c, at)
		if c.RestartPolicy == nil { // a plain init container has finished by now, a sidecar runs
			s.Started, s.State = nil, corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{Reason: "Completed", StartedAt: at, FinishedAt: at}}
		}
		p.Status.InitContainerStatuses = append(p.Status.InitContainerStatuses, s)
	}
	for _, c := range p.Spec.Containers {
		p.Status.ContainerStatuses = append(p.Status.ContainerStatuses, running(c, at))
	}
	for _, t := range []corev1.PodConditionType{corev1.PodReadyToStartContainers, corev1.PodInitialized} {
		setCondition(p, corev1.PodCondition{Type: t, Status: corev1.ConditionTrue, LastTransitionTime: at})
	}
}

func running(c corev1.Container, at metav1.Time) corev1.ContainerStatus {
	started := true
	return corev1.ContainerStatus{Name: c.Name, Image: c.Image, ImageID: imageID(c.Image), Ready: true, Started: &started,
		State: corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: at}}}
}

// imageID is what a container runtime would report; virt-controller refuses to
// migrate a VMI whose pod has none.
func imageID(image string) string {
	name, _, _ := strings.Cut(image, "@")
	if i := strings.LastIndex(name, ":"); i > strings.LastIndex(name, "/") {
		name = name[:i]
	}
	return fmt.Sprintf("%s@sha256:%x", name, sha256.Sum256([]byte(image)))
}

// refreshReady writes the readiness of the containers and of the pod as a kubelet does:
// every container and every readiness gate counts. KubeVirt's gate
// kubevirt.io/virtual-machine-unpaused is how a paused VM leaves its Services. It says
// whether anything changed.
func refreshReady(p *corev1.Pod, unready map[string]bool, now time.Time) bool {
	changed := false
	names := []string{}
	for i := range p.Status.ContainerStatuses {
		s := &p.Status.ContainerStatuses[i]
		isReady := !unready[s.Name]
		changed = changed || s.Ready != isReady
		s.Ready = isReady
		if !isReady {
			names = append(names, s.Name)
		}
	}
	containers := corev1.PodCondition{Type: corev1.ContainersReady, Status: corev1.ConditionTrue}
	if len(names) > 0 {
		containers.Status, containers.Reason = corev1.ConditionFalse, "ContainersNotReady"
		containers.Message = fmt.Sprintf("containers with unready status: [%s]", strings.Join(names, " "))
	}
	whole := containers
	whole.Type = corev1.PodReady
	for _, gate := range p.Spec.ReadinessGates {
		if c := condition(p, gate.ConditionType); whole.Status == corev1.ConditionTrue && (c == nil || c.Status != corev1.ConditionTrue) {
			whole.Status, whole.Reason = corev1.ConditionFalse, "ReadinessGatesNotReady"
			whole.Message = fmt.Sprintf("corresponding condition of pod readiness gate %q is not True.", gate.ConditionType)
		}
	}
	for _, want := range []corev1.PodCondition{containers, whole} {
		if have := condition(p, want.Type); have == nil || have.Status != want.Status || have.Reason != want.Reason {
			want.LastTransitionTime = metav1.NewTime(now)
			setCondition(p, want)
			changed = true
		}
	}
	return changed
}

// finish ends the pod's containers; phase is Succeeded, or Failed when they are killed.
func finish(p *corev1.Pod, phase corev1.PodPhase, reason, message string, now time.Time) {
	ended := corev1.ContainerStateTerminated{Reason: "Completed", FinishedAt: metav1.NewTime(now)}
	if phase == corev1.PodFailed {
		ended.Reason, ended.ExitCode = "Error", 137
	}
	finishAs(p, phase, reason, message, ended)
}

// finishAs ends the pod with this state of its containers.
func finishAs(p *corev1.Pod, phase corev1.PodPhase, reason, message string, ended corev1.ContainerStateTerminated) {
	p.Status.Phase, p.Status.Reason, p.Status.Message = phase, reason, message
	podReason := "PodCompleted"
	if phase == corev1.PodFailed {
		podReason = "PodFailed"
	}
	for i := range p.Status.ContainerStatuses {
		s := &p.Status.ContainerStatuses[i]
		state := ended
		if s.State.Running != nil {
			state.StartedAt = s.State.Running.StartedAt
		}
		no := false
		s.Ready, s.Started, s.State = false, &no, corev1.ContainerState{Terminated: &state}
	}
	for _, t := range []corev1.PodConditionType{corev1.PodReady, corev1.ContainersReady} {
		setCondition(p, corev1.PodCondition{Type: t, Status: corev1.ConditionFalse, Reason: podReason, LastTransitionTime: ended.FinishedAt})
	}
}

func condition(p *corev1.Pod, t corev1.PodConditionType) *corev1.PodCondition {
	for i := range p.Status.Conditions {
		if p.Status.Conditions[i].Type == t {
			return &p.Status.Conditions[i]
		}
	}
	return nil
}

func setCondition(p *corev1.Pod, c corev1.PodCondition) {
	if have := condition(p, c.Type); have != nil {
		*have = c
		return
	}
	p.Status.Conditions = append(p.Status.Conditions, c)
}
