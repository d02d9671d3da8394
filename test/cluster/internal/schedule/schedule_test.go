package schedule

import (
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
)

func node(name string, labels map[string]string) *corev1.Node {
	all := map[string]string{corev1.LabelHostname: name}
	for k, v := range labels {
		all[k] = v
	}
	return &corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: all}}
}

func pod(name, onNode string, labels map[string]string) *corev1.Pod {
	p := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "ns", UID: types.UID(name), Labels: labels}}
	p.Spec.NodeName, p.Status.Phase = onNode, corev1.PodRunning
	return p
}

func choose(t *testing.T, p *corev1.Pod, nodes []*corev1.Node, pods []*corev1.Pod) (string, string) {
	t.Helper()
	n, why, err := Choose(p, nodes, pods)
	if err != nil {
		t.Fatal(err)
	}
	return n, why
}

var two = []*corev1.Node{node("node1", nil), node("node2", map[string]string{"disk": "ssd"})}

func TestTheEmptierNodeIsChosen(t *testing.T) {
	if n, _ := choose(t, pod("new", "", nil), two, nil); n != "node1" {
		t.Errorf("both empty: %s", n)
	}
	if n, _ := choose(t, pod("new", "", nil), two, []*corev1.Pod{pod("a", "node1", nil)}); n != "node2" {
		t.Errorf("one pod on node1: %s", n)
	}
}

func TestNodeSelectorAndCordonAreHonoured(t *testing.T) {
	p := pod("new", "", nil)
	p.Spec.NodeSelector = map[string]string{"disk": "ssd"}
	if n, _ := choose(t, p, two, []*corev1.Pod{pod("a", "node2", nil)}); n != "node2" {
		t.Errorf("nodeSelector: %s", n)
	}
	cordoned := node("node2", map[string]string{"disk": "ssd"})
	cordoned.Spec.Unschedulable = true
	n, why := choose(t, p, []*corev1.Node{two[0], cordoned}, nil)
	if n != "" || !strings.Contains(why, "were unschedulable") || !strings.Contains(why, "node affinity/selector") {
		t.Errorf("%q because %q", n, why)
	}
}

func TestAMigrationsTargetGoesToTheOtherNode(t *testing.T) {
	target := pod("target", "", map[string]string{"kubevirt.io/created-by": "u"})
	target.Spec.Affinity = &corev1.Affinity{PodAntiAffinity: &corev1.PodAntiAffinity{
		RequiredDuringSchedulingIgnoredDuringExecution: []corev1.PodAffinityTerm{{TopologyKey: corev1.LabelHostname,
			LabelSelector: &metav1.LabelSelector{MatchLabels: map[string]string{"kubevirt.io/created-by": "u"}}}}}}
	source := pod("source", "node1", map[string]string{"kubevirt.io/created-by": "u"})
	others := []*corev1.Pod{source, pod("a", "node2", nil), pod("b", "node2", nil)}
	if n, _ := choose(t, target, two, others); n != "node2" {
		t.Errorf("chose %s", n)
	}
	if n, why := choose(t, target, two[:1], others); n != "" || !strings.Contains(why, "anti-affinity") {
		t.Errorf("only the source's node: %q because %q", n, why)
	}
	source.Status.Phase = corev1.PodSucceeded
	if n, _ := choose(t, target, two, others); n != "node1" {
		t.Errorf("the ended source keeps its node: %s", n)
	}
}
