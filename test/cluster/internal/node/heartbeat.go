package node

import (
	"context"
	"encoding/json"
	"log"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/knob"
)

// beat is well below the time after which virt-controller gives a node up
// (five minutes) and kube-controller-manager would.
const beat = 15 * time.Second

// heartbeat keeps the nodes Ready and, for KubeVirt, schedulable: the label
// and a fresh kubevirt.io/heartbeat annotation are virt-handler's signs of life.
func heartbeat(ctx context.Context, client kubernetes.Interface, kubeletPort int) {
	for {
		nodes, err := client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
		if err != nil {
			log.Printf("heartbeat: %v", err)
		} else {
			for i := range nodes.Items {
				if err := beatOnce(ctx, client, &nodes.Items[i], kubeletPort, time.Now()); err != nil {
					log.Printf("heartbeat of %s: %v", nodes.Items[i].Name, err)
				}
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(beat):
		}
	}
}

func beatOnce(ctx context.Context, client kubernetes.Interface, n *corev1.Node, kubeletPort int, now time.Time) error {
	at := now.UTC().Format(time.RFC3339)
	meta, err := json.Marshal(map[string]any{"metadata": map[string]any{
		"labels":      map[string]any{virtv1.NodeSchedulable: "true"},
		"annotations": map[string]any{virtv1.VirtHandlerHeartbeat: at}}})
	if err != nil {
		return err
	}
	if _, err := client.CoreV1().Nodes().Patch(ctx, n.Name, types.StrategicMergePatchType, meta, metav1.PatchOptions{}); err != nil {
		return err
	}
	since := at
	for _, c := range n.Status.Conditions {
		if c.Type == corev1.NodeReady && c.Status == corev1.ConditionTrue {
			since = c.LastTransitionTime.UTC().Format(time.RFC3339)
		}
	}
	resources := map[string]any{"cpu": "16", "memory": "64Gi", "pods": "250", "ephemeral-storage": "100Gi",
		"devices.kubevirt.io/kvm": "1k", "devices.kubevirt.io/tun": "1k", "devices.kubevirt.io/vhost-net": "1k"}
	status, err := json.Marshal(map[string]any{"status": map[string]any{
		"capacity": resources, "allocatable": resources,
		"nodeInfo": map[string]any{"architecture": "amd64", "operatingSystem": "linux", "kubeletVersion": "v1.34.9"},
		// The last is where kube-apiserver is told to find the kubelet (internal/controlplane/arguments.go).
		"addresses": []any{map[string]any{"type": "InternalIP", "address": n.Annotations[knob.NodeAddress]}, map[string]any{"type": "Hostname", "address": n.Name},
			map[string]any{"type": "InternalDNS", "address": "localhost"}},
		"daemonEndpoints": map[string]any{"kubeletEndpoint": map[string]any{"Port": kubeletPort}},
		"conditions": []any{map[string]any{"type": "Ready", "status": "True", "reason": "KubeletReady",
			"message": "the node stand-in beats", "lastHeartbeatTime": at, "lastTransitionTime": since}}}})
	if err != nil {
		return err
	}
	_, err = client.CoreV1().Nodes().Patch(ctx, n.Name, types.StrategicMergePatchType, status, metav1.PatchOptions{}, "status")
	return err
}
