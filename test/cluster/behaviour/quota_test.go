package behaviour

import (
	"fmt"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func TestAQuotaRefusesNodePorts(t *testing.T) {
	t.Parallel()
	ns, ctx := newNamespace(t), t.Context()
	hard := corev1.ResourceList{corev1.ResourceServicesNodePorts: resource.MustParse("0")}
	_, err := as(t, "admin").CoreV1().ResourceQuotas(ns).Create(ctx, &corev1.ResourceQuota{
		ObjectMeta: metav1.ObjectMeta{Name: "no-node-ports"}, Spec: corev1.ResourceQuotaSpec{Hard: hard}}, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "the quota counts", func() error {
		quota, err := as(t, "viewer").CoreV1().ResourceQuotas(ns).Get(ctx, "no-node-ports", metav1.GetOptions{})
		if err == nil && len(quota.Status.Hard) == 0 {
			err = fmt.Errorf("%+v", quota.Status)
		}
		return err
	})
	create := func(name string, kind corev1.ServiceType) error {
		_, err := as(t, "vm-admin").CoreV1().Services(ns).Create(ctx, &corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: name},
			Spec: corev1.ServiceSpec{Type: kind, Ports: []corev1.ServicePort{{Port: 80}}}}, metav1.CreateOptions{})
		return err
	}
	if err := create("outside", corev1.ServiceTypeNodePort); codeOf(err) != 403 || !strings.Contains(err.Error(), "exceeded quota: no-node-ports") {
		t.Errorf("a NodePort Service: %v", err)
	}
	if err := create("inside", corev1.ServiceTypeClusterIP); err != nil {
		t.Errorf("a ClusterIP Service: %v", err)
	}
}
