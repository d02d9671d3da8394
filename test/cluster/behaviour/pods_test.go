package behaviour

import (
	"fmt"
	"net/netip"
	"testing"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func TestAJobsPodRunsOnItsNodesRangeUntilItsDeadline(t *testing.T) {
	t.Parallel()
	ns, deadline, never := newNamespace(t), int64(2), int32(0)
	ctx, user := t.Context(), as(t, "vm-admin")
	_, err := user.BatchV1().Jobs(ns).Create(ctx, &batchv1.Job{ObjectMeta: metav1.ObjectMeta{Name: "probe"},
		Spec: batchv1.JobSpec{BackoffLimit: &never, Template: corev1.PodTemplateSpec{Spec: corev1.PodSpec{
			RestartPolicy: corev1.RestartPolicyNever, ActiveDeadlineSeconds: &deadline,
			Containers: []corev1.Container{{Name: "probe", Image: "toolbox"}}}}}}, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	seen := ""
	eventually(t, "DeadlineExceeded", func() error {
		pods, err := user.CoreV1().Pods(ns).List(ctx, metav1.ListOptions{LabelSelector: "job-name=probe"})
		if err != nil {
			return err
		}
		if len(pods.Items) != 1 {
			return fmt.Errorf("%d pods", len(pods.Items))
		}
		p := pods.Items[0]
		if p.Status.Phase == corev1.PodRunning {
			seen = p.Status.PodIP
		}
		if p.Status.Phase != corev1.PodFailed || p.Status.Reason != "DeadlineExceeded" {
			return fmt.Errorf("%s %s", p.Status.Phase, p.Status.Reason)
		}
		return nil
	})
	if addr, err := netip.ParseAddr(seen); err != nil || !netip.MustParsePrefix("10.8.0.0/22").Contains(addr) {
		t.Errorf("the running pod had the address %q", seen)
	}
	eventually(t, "the Job fails", func() error {
		job, err := user.BatchV1().Jobs(ns).Get(ctx, "probe", metav1.GetOptions{})
		if err == nil && job.Status.Failed != 1 {
			err = fmt.Errorf("%+v", job.Status)
		}
		return err
	})
}
