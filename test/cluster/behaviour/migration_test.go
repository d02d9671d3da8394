package behaviour

import (
	"fmt"
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	virtv1 "kubevirt.io/api/core/v1"
)

func TestAMigrationCarriesTheVMIsLabelsAndNotThePodsOwn(t *testing.T) {
	t.Parallel()
	ns, admin, ctx := newNamespace(t), as(t, "admin"), t.Context()
	newVM(t, ns, "vm", virtv1.RunStrategyAlways)
	before := getVMI(t, ns, "vm")
	source := podOf(t, before)
	label := func(key string) []byte { return []byte(`{"metadata":{"labels":{"` + key + `":"yes"}}}`) }
	if _, err := admin.VirtualMachineInstance(ns).Patch(ctx, "vm", types.MergePatchType, label("on-vmi"), metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := admin.CoreV1().Pods(ns).Patch(ctx, source.Name, types.MergePatchType, label("on-pod"), metav1.PatchOptions{}); err != nil {
		t.Fatal(err)
	}
	newService(t, ns, "stable", map[string]string{"vmi.kubevirt.io/id": "vm"})
	awaitEndpoints(t, ns, "stable", map[string]bool{source.Status.PodIP: true})

	migrate(t, ns, "vm")
	after := getVMI(t, ns, "vm")
	target := podOf(t, after)
	if after.UID != before.UID || after.DeletionTimestamp != nil {
		t.Error("the migration replaced the VMI")
	}
	if target.Spec.NodeName == source.Spec.NodeName {
		t.Errorf("the target is on the source's node %s", target.Spec.NodeName)
	}
	if target.Labels["on-vmi"] != "yes" {
		t.Errorf("the target lacks the VMI's label: %v", target.Labels)
	}
	if _, ok := target.Labels["on-pod"]; ok {
		t.Errorf("the target has the label of the source pod alone: %v", target.Labels)
	}
	awaitEndpoints(t, ns, "stable", map[string]bool{target.Status.PodIP: true})
	// virt-handler clears the target's label only after the migration has been called succeeded
	eventually(t, "the source pod ends and the VMI has the target's address and node", func() error {
		p, err := admin.CoreV1().Pods(ns).Get(ctx, source.Name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		vmi := getVMI(t, ns, "vm")
		if p.Status.Phase != corev1.PodSucceeded || vmi.Status.Interfaces[0].IP != target.Status.PodIP {
			return fmt.Errorf("source %s, interfaces %v", p.Status.Phase, vmi.Status.Interfaces)
		}
		if vmi.Labels[virtv1.NodeNameLabel] != target.Spec.NodeName || vmi.Labels[virtv1.MigrationTargetNodeNameLabel] != "" {
			return fmt.Errorf("labels of the VMI: %v", vmi.Labels)
		}
		return nil
	})
	migrate(t, ns, "vm") // and back again
	if podOf(t, getVMI(t, ns, "vm")).Spec.NodeName != source.Spec.NodeName {
		t.Error("the second migration did not come back")
	}
}

// migrate runs one live migration to its end.
func migrate(t *testing.T, ns, vmi string) {
	t.Helper()
	admin := as(t, "admin")
	m, err := admin.VirtualMachineInstanceMigration(ns).Create(t.Context(), &virtv1.VirtualMachineInstanceMigration{
		ObjectMeta: metav1.ObjectMeta{GenerateName: vmi + "-"}, Spec: virtv1.VirtualMachineInstanceMigrationSpec{VMIName: vmi}}, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "migration of "+vmi, func() error {
		now, err := admin.VirtualMachineInstanceMigration(ns).Get(t.Context(), m.Name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		if now.Status.Phase == virtv1.MigrationFailed {
			t.Fatalf("migration failed: %+v", now.Status)
		}
		if now.Status.Phase != virtv1.MigrationSucceeded {
			return fmt.Errorf("phase %s", now.Status.Phase)
		}
		return nil
	})
}

// While memory is copied both pods are ready endpoints, as in a real cluster.
func TestDuringAMigrationBothPodsAreEndpoints(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways, func(vm *virtv1.VirtualMachine) {
		vm.Spec.Template.ObjectMeta.Annotations = map[string]string{"expose-vm.test/migration-delay": "3s"}
	})
	newService(t, ns, "stable", map[string]string{"vmi.kubevirt.io/id": "vm"})
	done := make(chan struct{})
	go func() { defer close(done); migrate(t, ns, "vm") }()
	eventually(t, "two ready endpoints", func() error {
		have, err := endpoints(t.Context(), t, ns, "stable")
		if err == nil && len(have) != 2 {
			err = fmt.Errorf("%v", have)
		}
		return err
	})
	<-done
	awaitEndpoints(t, ns, "stable", map[string]bool{podOf(t, getVMI(t, ns, "vm")).Status.PodIP: true})
}
