// Package knob names the annotations and the label that steer the stand-ins.
package knob

import (
	"log"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const (
	// BootDelay on a VM's template (KubeVirt copies it to the VMI and the pod) is
	// how long its virt-launcher pod stays Pending: a duration such as 2s.
	BootDelay = "expose-vm.test/boot-delay"
	// StopDelay, there too, is how long its guest takes to shut down.
	StopDelay = "expose-vm.test/stop-delay"
	// MigrationDelay, on the template or the VMI, is how long a migration copies memory.
	MigrationDelay = "expose-vm.test/migration-delay"
	// PoweredOff on a VMI, with any value, is that its guest shuts itself down.
	PoweredOff = "expose-vm.test/powered-off"
	// PodIP on a pod asks for this address instead of one of its node's range.
	PodIP = "expose-vm.test/pod-ip"
	// Listens on a VM's template, or on a pod that is no VM's, is what the guest, or the
	// pod, listens on: "80/tcp, 127.0.0.1:5432/tcp, 53/udp".
	Listens = "expose-vm.test/listens"
	// DNS on a pod makes it stand for one of the cluster's DNS server.
	DNS = "expose-vm.test/dns"
	// Test is the label of pods whose command is really run.
	Test = "expose-vm/test"
	// NodeAddress on a node is its InternalIP.
	NodeAddress = "expose-vm.test/address"
	// LoadBalancerClass is the one class of Services that get an outside address.
	LoadBalancerClass = "expose-vm.test/lb"
)

// Duration reads a delay annotation; without one, or with one that cannot be
// read, it is the fallback.
func Duration(o metav1.Object, annotation string, fallback time.Duration) time.Duration {
	text, ok := o.GetAnnotations()[annotation]
	if !ok {
		return fallback
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		log.Printf("%s/%s: annotation %s: %q is no duration", o.GetNamespace(), o.GetName(), annotation, text)
		return fallback
	}
	return d
}
