package kubelet

import (
	"errors"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/address"
	"expose-vm/test/cluster/internal/guest"
)

func newKubelet(t *testing.T) (*Kubelet, *address.Pool) {
	t.Helper()
	nodes := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{})
	if err := nodes.Add(&corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: "node1", Annotations: map[string]string{"expose-vm.test/address": "198.51.100.11"}}}); err != nil {
		t.Fatal(err)
	}
	r, err := address.NewPool("10.8.0.0/23")
	if err != nil {
		t.Fatal(err)
	}
	return &Kubelet{Nodes: corelisters.NewNodeLister(nodes), Guests: guest.Lister{Store: cache.NewStore(cache.MetaNamespaceKeyFunc)},
		Ranges: map[string]*address.Pool{"node1": r}, Commands: &Commands{}, Probes: &Probes{}}, r
}

func newPod(now time.Time) *corev1.Pod {
	p := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "p", Namespace: "ns", UID: "u", CreationTimestamp: metav1.NewTime(now)}}
	p.Spec.NodeName = "node1"
	p.Spec.Containers = []corev1.Container{{Name: "c", Image: "quay.io/kubevirt/virt-launcher:v1"}}
	return p
}

func advance(t *testing.T, k *Kubelet, p *corev1.Pod, r *address.Pool, now time.Time) (bool, time.Duration) {
	t.Helper()
	changed, again, err := k.advance(p, r, now)
	if err != nil {
		t.Fatal(err)
	}
	return changed, again
}

func TestAPodRunsWithAnAddressOfItsNode(t *testing.T) {
	k, r := newKubelet(t)
	now := time.Now()
	p := newPod(now)
	advance(t, k, p, r, now)
	if p.Status.Phase != corev1.PodRunning || p.Status.PodIP != "10.8.0.2" || p.Status.HostIP != "198.51.100.11" {
		t.Errorf("%s %s on %s", p.Status.Phase, p.Status.PodIP, p.Status.HostIP)
	}
	if id := p.Status.ContainerStatuses[0].ImageID; !strings.HasPrefix(id, "quay.io/kubevirt/virt-launcher@sha256:") {
		t.Errorf("image ID %s", id)
	}
	if changed, _ := advance(t, k, p, r, now); changed {
		t.Error("a running pod changed again")
	}
}

func TestOnlyVMsBootSlowly(t *testing.T) {
	k, r := newKubelet(t)
	k.BootDelay = 5 * time.Second
	now := time.Now()
	vm := newPod(now)
	vm.Labels = map[string]string{virtv1.AppLabel: guest.LauncherLabel}
	if changed, again := advance(t, k, vm, r, now.Add(time.Second)); changed || again <= 3*time.Second {
		t.Errorf("a VM's pod: changed %v, again in %v", changed, again)
	}
	vm.Annotations = map[string]string{"expose-vm.test/boot-delay": "0s"}
	if changed, _ := advance(t, k, vm, r, now); !changed {
		t.Error("the annotation did not take the delay away")
	}
	if changed, _ := advance(t, k, newPod(now), r, now); !changed {
		t.Error("another pod waits")
	}
}

func TestReadyHonoursTheReadinessGate(t *testing.T) {
	k, r := newKubelet(t)
	now := time.Now()
	p := newPod(now)
	p.Spec.ReadinessGates = []corev1.PodReadinessGate{{ConditionType: virtv1.VirtualMachineUnpaused}}
	advance(t, k, p, r, now)
	if c := condition(p, corev1.PodReady); c.Status != corev1.ConditionFalse || c.Reason != "ReadinessGatesNotReady" {
		t.Errorf("gate not set: %+v", c)
	}
	setCondition(p, corev1.PodCondition{Type: virtv1.VirtualMachineUnpaused, Status: corev1.ConditionTrue})
	if changed, _ := advance(t, k, p, r, now); !changed || condition(p, corev1.PodReady).Status != corev1.ConditionTrue {
		t.Errorf("gate set: changed %v, %+v", changed, condition(p, corev1.PodReady))
	}
}

func TestADeadlineEndsThePod(t *testing.T) {
	k, r := newKubelet(t)
	now, seconds := time.Now(), int64(10)
	p := newPod(now)
	p.Spec.ActiveDeadlineSeconds = &seconds
	if _, again := advance(t, k, p, r, now); again <= 0 {
		t.Error("the deadline is not waited for")
	}
	advance(t, k, p, r, now.Add(11*time.Second))
	if p.Status.Phase != corev1.PodFailed || p.Status.Reason != "DeadlineExceeded" || p.Status.ContainerStatuses[0].State.Terminated == nil {
		t.Errorf("%s %s %+v", p.Status.Phase, p.Status.Reason, p.Status.ContainerStatuses)
	}
}

// As a kubelet waits for the CNI plugin: whoever sees a pod run can dial from it.
func TestAPodRunsOnceItHasItsNetwork(t *testing.T) {
	k, r := newKubelet(t)
	now := time.Now()
	p := newPod(now)
	problem, given := errors.New("no network yet"), ""
	k.Attach = func(_ *corev1.Pod, address string) error { given = address; return problem }
	if _, _, err := k.advance(p, r, now); !errors.Is(err, problem) || p.Status.Phase == corev1.PodRunning {
		t.Errorf("%v, %s", err, p.Status.Phase)
	}
	problem = nil
	advance(t, k, p, r, now)
	if p.Status.Phase != corev1.PodRunning || p.Status.PodIP != given || given != "10.8.0.2" {
		t.Errorf("%s with %s, network for %s", p.Status.Phase, p.Status.PodIP, given)
	}
}
