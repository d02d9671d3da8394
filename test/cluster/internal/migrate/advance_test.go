package migrate

import (
	"testing"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	virtv1 "kubevirt.io/api/core/v1"
)

func handedOver() *virtv1.VirtualMachineInstance {
	return &virtv1.VirtualMachineInstance{
		ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{virtv1.MigrationTargetNodeNameLabel: "node2", virtv1.NodeNameLabel: "node1"}},
		Status: virtv1.VirtualMachineInstanceStatus{Phase: virtv1.Running, NodeName: "node1",
			MigrationState: &virtv1.VirtualMachineInstanceMigrationState{SourceNode: "node1", TargetNode: "node2"}},
	}
}

func TestAMigrationGoesStepByStepToItsEnd(t *testing.T) {
	vmi, now := handedOver(), time.Now()
	m := vmi.Status.MigrationState
	for _, step := range []struct {
		what string
		done func() bool
	}{
		{"target address", func() bool {
			return m.TargetNodeAddress == "198.51.100.12" && len(m.TargetDirectMigrationNodePorts) == 1
		}},
		{"start", func() bool { return m.StartTimestamp != nil && m.Mode == virtv1.MigrationPreCopy }},
		{"arrival", func() bool {
			return m.EndTimestamp != nil && m.TargetNodeDomainDetected && vmi.Status.NodeName == "node2" && vmi.Labels[virtv1.NodeNameLabel] == "node2"
		}},
		{"completion", func() bool { return m.Completed && !m.Failed }},
		{"clean-up", func() bool { return vmi.Labels[virtv1.MigrationTargetNodeNameLabel] == "" }},
	} {
		if step.done() {
			t.Errorf("%s came too early", step.what)
		}
		if changed, _ := Advance(vmi, "198.51.100.12", now); !changed || !step.done() {
			t.Fatalf("%s: changed %v, state %+v", step.what, changed, m)
		}
	}
	if changed, _ := Advance(vmi, "198.51.100.12", now); changed {
		t.Error("something changed after the end")
	}
}

func TestMemoryIsCopiedForTheDelay(t *testing.T) {
	vmi, now := handedOver(), time.Now()
	vmi.Annotations = map[string]string{"expose-vm.test/migration-delay": "3s"}
	Advance(vmi, "198.51.100.12", now)
	Advance(vmi, "198.51.100.12", now)
	if changed, again := Advance(vmi, "198.51.100.12", now.Add(time.Second)); changed || again != 2*time.Second {
		t.Errorf("after one second: changed %v, again in %v", changed, again)
	}
	if changed, _ := Advance(vmi, "198.51.100.12", now.Add(3*time.Second)); !changed || vmi.Status.NodeName != "node2" {
		t.Errorf("after three seconds: changed %v, on %s", changed, vmi.Status.NodeName)
	}
}

func TestNothingHappensBeforeTheHandOver(t *testing.T) {
	vmi := handedOver()
	delete(vmi.Labels, virtv1.MigrationTargetNodeNameLabel)
	if changed, _ := Advance(vmi, "198.51.100.12", time.Now()); changed {
		t.Error("advanced without the label")
	}
	vmi = handedOver()
	if changed, _ := Advance(vmi, "", time.Now()); changed {
		t.Error("advanced without a target pod")
	}
}

func TestAnAbortedMigrationFailsWhereItIs(t *testing.T) {
	vmi := handedOver()
	vmi.Status.MigrationState.AbortRequested = true
	Advance(vmi, "198.51.100.12", time.Now())
	m := vmi.Status.MigrationState
	if !m.Failed || !m.Completed || m.AbortStatus != virtv1.MigrationAbortSucceeded || vmi.Status.NodeName != "node1" {
		t.Errorf("%+v on %s", m, vmi.Status.NodeName)
	}
}
