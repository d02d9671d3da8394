// Package migrate is virt-handler's part in a live migration, source and target.
package migrate

import (
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	virtv1 "kubevirt.io/api/core/v1"

	"expose-vm/test/cluster/internal/knob"
)

// directPort is the port of a direct migration (KubeVirt pkg/virt-handler/migration-proxy).
const directPort = 49152

// Advance writes the next thing that virt-handler would report of the VMI's
// migration. virt-controller has made the target pod and handed over by the
// label kubevirt.io/migrationTargetNodeName; targetAddress is the target node's,
// "" while the target pod does not run. The order and the fields are those of
// pkg/virt-handler/migration-target.go and migration-source.go in KubeVirt 1.8.
func Advance(vmi *virtv1.VirtualMachineInstance, targetAddress string, now time.Time) (changed bool, again time.Duration) {
	m, at := vmi.Status.MigrationState, metav1.NewTime(now)
	if vmi.Labels[virtv1.MigrationTargetNodeNameLabel] != m.TargetNode || m.TargetNode == "" {
		return false, 0
	}
	switch {
	case m.Completed:
		// finalCleanup: without the label the target's virt-handler forgets the VMI.
		delete(vmi.Labels, virtv1.MigrationTargetNodeNameLabel)
		return true, 0
	case m.AbortRequested:
		m.AbortStatus, m.FailureReason = virtv1.MigrationAbortSucceeded, "migration aborted"
		m.Failed, m.Completed, m.EndTimestamp = true, true, &at
		return true, 0
	case targetAddress == "":
		return false, 0
	case m.TargetNodeAddress == "":
		// Target: the proxy listens, so the migration gets to TargetReady.
		m.TargetNodeAddress = targetAddress
		m.TargetDirectMigrationNodePorts = map[string]int{"49152": directPort}
		return true, 0
	case m.StartTimestamp == nil:
		// Source: libvirt has begun to copy memory.
		m.StartTimestamp, m.Mode = &at, virtv1.MigrationPreCopy
		return true, 0
	case m.EndTimestamp == nil:
		if left := m.StartTimestamp.Add(knob.Duration(vmi, knob.MigrationDelay, 0)).Sub(now); left > 0 {
			return false, left
		}
		arrive(vmi, at)
		return true, 0
	default:
		m.Completed = true // finalizeMigration
		return true, 0
	}
}

// arrive: the domain runs on the target, which takes the VMI over (ackMigrationCompletion).
func arrive(vmi *virtv1.VirtualMachineInstance, at metav1.Time) {
	m := vmi.Status.MigrationState
	m.TargetNodeDomainDetected, m.TargetNodeDomainReadyTimestamp = true, &at
	m.EndTimestamp = &at
	vmi.Labels[virtv1.NodeNameLabel] = m.TargetNode
	delete(vmi.Labels, virtv1.OutdatedLauncherImageLabel)
	delete(vmi.Annotations, virtv1.EvictionSourceAnnotation)
	vmi.Status.NodeName = m.TargetNode
	vmi.Status.LauncherContainerImageVersion = ""
	vmi.Status.EvacuationNodeName = ""
	vmi.Status.MigrationTransport = virtv1.MigrationTransportUnix
}
