// Package datapath carries the local cluster's traffic: pods and guests have network
// namespaces of their own, behind two nodes that run the real kube-proxy and the real
// kube-network-policies, and there is an outside. It needs Linux; where the system
// lacks something, the cluster goes on without.
package datapath

import (
	"context"
	"fmt"
	"log"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
	discoverylisters "k8s.io/client-go/listers/discovery/v1"

	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/state"
)

// AgentCommand is the command of this binary that runs a node's kube-proxy and policies.
const AgentCommand = "node-agent"

// Options of the data path.
type Options struct {
	Folder state.Folder
	Client kubernetes.Interface
	// APIServer and DNS are where this process reaches the two: host:port.
	APIServer, DNS string
	// Nft is the program nft; "" looks for it where systems have it.
	Nft string

	Guests   guest.Lister
	Pods     corelisters.PodLister
	Services corelisters.ServiceLister
	Slices   discoverylisters.EndpointSliceLister
}

// podNetwork is the cluster's (internal/install/manifests/network.yaml).
const podNetwork = "10.8.0.0/14"

// warn tells of something odd in the log and as an Event on the object.
func (o *Options) warn(about corev1.ObjectReference, reason, message string) {
	log.Printf("%s %s/%s: %s", about.Kind, about.Namespace, about.Name, message)
	ns, now := about.Namespace, metav1.Now()
	if ns == "" {
		ns = metav1.NamespaceDefault
	}
	_, err := o.Client.CoreV1().Events(ns).Create(context.Background(), &corev1.Event{
		ObjectMeta:     metav1.ObjectMeta{GenerateName: about.Name + ".", Namespace: ns},
		InvolvedObject: about, Type: corev1.EventTypeWarning, Reason: reason, Message: message,
		Source: corev1.EventSource{Component: "node-stand-in"}, FirstTimestamp: now, LastTimestamp: now, Count: 1,
	}, metav1.CreateOptions{})
	if err != nil {
		log.Printf("event for %s/%s: %v", about.Namespace, about.Name, err)
	}
}

func refTo(p *corev1.Pod) corev1.ObjectReference {
	return corev1.ObjectReference{APIVersion: "v1", Kind: "Pod", Namespace: p.Namespace, Name: p.Name, UID: p.UID}
}

func keyOf(p *corev1.Pod) string { return fmt.Sprintf("%s/%s", p.Namespace, p.Name) }
