// Package schedule binds pods to nodes: kube-scheduler's part, as far as
// placement rules matter here.
package schedule

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/component-helpers/scheduling/corev1/nodeaffinity"
)

// Scheduler honours nodeSelector, required node affinity, required pod
// anti-affinity and cordoned nodes; resources and taints it does not look at.
type Scheduler struct {
	Client kubernetes.Interface
	Pods   corelisters.PodLister
	Nodes  corelisters.NodeLister
}

// retryUnschedulable is how soon a pod that fits nowhere is looked at again.
const retryUnschedulable = time.Second

// Reconcile binds the pod, or marks it unschedulable.
func (s *Scheduler) Reconcile(ctx context.Context, key string) (time.Duration, error) {
	ns, name, err := cache.SplitMetaNamespaceKey(key)
	if err != nil {
		return 0, err
	}
	pod, err := s.Pods.Pods(ns).Get(name)
	if apierrors.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if pod.Spec.NodeName != "" || pod.DeletionTimestamp != nil {
		return 0, nil
	}
	nodes, err := s.Nodes.List(labels.Everything())
	if err != nil {
		return 0, err
	}
	pods, err := s.Pods.List(labels.Everything())
	if err != nil {
		return 0, err
	}
	node, why, err := Choose(pod, nodes, pods)
	if err != nil {
		return 0, err
	}
	if node == "" {
		return retryUnschedulable, s.markUnschedulable(ctx, pod, why)
	}
	err = s.Client.CoreV1().Pods(ns).Bind(ctx, &corev1.Binding{
		ObjectMeta: metav1.ObjectMeta{Namespace: ns, Name: name, UID: pod.UID},
		Target:     corev1.ObjectReference{Kind: "Node", Name: node},
	}, metav1.CreateOptions{})
	if apierrors.IsNotFound(err) {
		return 0, nil
	}
	return 0, err
}

func (s *Scheduler) markUnschedulable(ctx context.Context, pod *corev1.Pod, why string) error {
	for _, c := range pod.Status.Conditions {
		if c.Type == corev1.PodScheduled && c.Status == corev1.ConditionFalse && c.Message == why {
			return nil
		}
	}
	pod = pod.DeepCopy()
	pod.Status.Conditions = []corev1.PodCondition{{Type: corev1.PodScheduled, Status: corev1.ConditionFalse,
		Reason: corev1.PodReasonUnschedulable, Message: why, LastTransitionTime: metav1.Now()}}
	_, err := s.Client.CoreV1().Pods(pod.Namespace).UpdateStatus(ctx, pod, metav1.UpdateOptions{})
	return err
}

// Choose returns the fitting node with the fewest pods, or "" and why none fits.
func Choose(pod *corev1.Pod, nodes []*corev1.Node, pods []*corev1.Pod) (node, why string, err error) {
	fewest := -1
	required := nodeaffinity.GetRequiredNodeAffinity(pod)
	reasons := map[string]int{}
	for _, n := range nodes {
		fits, err := required.Match(n)
		if err != nil {
			return "", "", fmt.Errorf("node affinity of %s/%s: %w", pod.Namespace, pod.Name, err)
		}
		if !fits {
			reasons["node(s) didn't match Pod's node affinity/selector"]++
			continue
		}
		if n.Spec.Unschedulable {
			reasons["node(s) were unschedulable"]++
			continue
		}
		there := alive(pods, n.Name)
		apart, err := keepsApart(pod, n, there)
		if err != nil {
			return "", "", err
		}
		if !apart {
			reasons["node(s) didn't match pod anti-affinity rules"]++
			continue
		}
		if fewest < 0 || len(there) < fewest || (len(there) == fewest && n.Name < node) {
			fewest, node = len(there), n.Name
		}
	}
	if node != "" {
		return node, "", nil
	}
	why = fmt.Sprintf("0/%d nodes are available:", len(nodes))
	for reason, count := range reasons {
		why += fmt.Sprintf(" %d %s.", count, reason)
	}
	return "", why, nil
}

func alive(pods []*corev1.Pod, node string) []*corev1.Pod {
	var there []*corev1.Pod
	for _, p := range pods {
		if p.Spec.NodeName == node && p.Status.Phase != corev1.PodSucceeded && p.Status.Phase != corev1.PodFailed {
			there = append(there, p)
		}
	}
	return there
}

// keepsApart honours anti-affinity by host name, which is how virt-controller
// keeps a migration's target off the source's node. Other topologies do not
// exist here.
func keepsApart(pod *corev1.Pod, node *corev1.Node, there []*corev1.Pod) (bool, error) {
	if pod.Spec.Affinity == nil || pod.Spec.Affinity.PodAntiAffinity == nil {
		return true, nil
	}
	for _, term := range pod.Spec.Affinity.PodAntiAffinity.RequiredDuringSchedulingIgnoredDuringExecution {
		selector, err := metav1.LabelSelectorAsSelector(term.LabelSelector)
		if err != nil {
			return false, fmt.Errorf("anti-affinity of %s/%s: %w", pod.Namespace, pod.Name, err)
		}
		if _, ok := node.Labels[term.TopologyKey]; !ok {
			continue
		}
		for _, other := range there {
			if other.Namespace == pod.Namespace && other.UID != pod.UID && selector.Matches(labels.Set(other.Labels)) {
				return false, nil
			}
		}
	}
	return true, nil
}
