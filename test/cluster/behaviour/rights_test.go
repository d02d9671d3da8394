package behaviour

import (
	"testing"

	authv1 "k8s.io/api/authorization/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	virtv1 "kubevirt.io/api/core/v1"
)

func TestWhoMayRestart(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyAlways)
	for user, want := range map[string]int{"viewer": 403, "editor": 403, "vm-admin": 202, "kubevirt-only": 202, "admin": 202} {
		// The body's dry run passes authorization, so one VM serves all.
		code, message := subresource(t, as(t, user), ns, "virtualmachines", "vm", "restart", "", `{"dryRun":["All"]}`)
		wantCode(t, "restart by "+user, code, message, want)
	}
	code, message := subresource(t, withToken(t, ""), ns, "virtualmachines", "vm", "restart", "", `{"dryRun":["All"]}`)
	wantCode(t, "restart without a token", code, message, 401)
}

func TestWhatEachUserMayDo(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	type right struct{ verb, group, resource, subresource string }
	rights := map[right][]string{
		{"list", "kubevirt.io", "virtualmachines", ""}:                             {"vm-admin", "editor", "viewer", "kubevirt-only"},
		{"patch", "kubevirt.io", "virtualmachines", ""}:                            {"vm-admin", "editor", "kubevirt-only"},
		{"patch", "kubevirt.io", "virtualmachineinstances", ""}:                    {"vm-admin", "editor", "kubevirt-only"},
		{"update", "subresources.kubevirt.io", "virtualmachines", "restart"}:       {"vm-admin", "kubevirt-only"},
		{"update", "subresources.kubevirt.io", "virtualmachineinstances", "pause"}: {"vm-admin", "kubevirt-only"},
		{"create", "kubevirt.io", "virtualmachineinstancemigrations", ""}:          nil,
		{"create", "", "services", ""}:                                             {"vm-admin", "editor"},
		{"list", "", "services", ""}:                                               {"vm-admin", "editor", "viewer"},
		{"list", "", "pods", ""}:                                                   {"vm-admin", "editor", "viewer"},
		{"patch", "", "pods", ""}:                                                  {"vm-admin"},
		{"list", "", "endpoints", ""}:                                              {"vm-admin", "editor", "viewer"},
		{"list", "", "events", ""}:                                                 {"vm-admin", "editor", "viewer"},
		{"list", "discovery.k8s.io", "endpointslices", ""}:                         {"vm-admin", "editor", "viewer"},
		{"list", "networking.k8s.io", "networkpolicies", ""}:                       {"vm-admin", "editor", "viewer"},
		{"list", "k8s.cni.cncf.io", "network-attachment-definitions", ""}:          {"vm-admin", "viewer"},
		{"create", "k8s.cni.cncf.io", "network-attachment-definitions", ""}:        nil,
		{"list", "route.openshift.io", "routes", ""}:                               {"vm-admin", "viewer"},
		{"create", "route.openshift.io", "routes", ""}:                             {"vm-admin"},
		{"create", "route.openshift.io", "routes", "custom-host"}:                  {"vm-admin"},
		{"update", "kubevirt.io", "virtualmachines", "finalizers"}:                 nil,
		{"list", "", "nodes", ""}:                                                  nil,
		{"get", "config.openshift.io", "networks", ""}:                             nil,
	}
	for r, allowed := range rights {
		for user := range roles {
			want := false
			for _, a := range allowed {
				want = want || a == user
			}
			review, err := as(t, user).AuthorizationV1().SelfSubjectAccessReviews().Create(t.Context(), &authv1.SelfSubjectAccessReview{
				Spec: authv1.SelfSubjectAccessReviewSpec{ResourceAttributes: &authv1.ResourceAttributes{
					Namespace: ns, Verb: r.verb, Group: r.group, Resource: r.resource, Subresource: r.subresource}}}, metav1.CreateOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if review.Status.Allowed != want {
				t.Errorf("%s %v: allowed %v, want %v", user, r, review.Status.Allowed, want)
			}
		}
	}
}

// OpenShift enforces this; a plain kube-apiserver does not.
func TestAnOwnerReferenceThatBlocksNeedsTheRightToFinalizers(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newVM(t, ns, "vm", virtv1.RunStrategyHalted)
	newService(t, ns, "backend", map[string]string{"tier": "backend"})
	patch := func(blocks string) error {
		_, err := as(t, "vm-admin").CoreV1().Services(ns).Patch(t.Context(), "backend", types.MergePatchType, []byte(
			`{"metadata":{"ownerReferences":[{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachine","name":"vm","uid":"`+
				string(getVM(t, ns, "vm").UID)+`","blockOwnerDeletion":`+blocks+`}]}}`), metav1.PatchOptions{})
		return err
	}
	if code := codeOf(patch("true")); code != 403 {
		t.Errorf("blockOwnerDeletion true: %d, want 403", code)
	}
	if err := patch("false"); err != nil {
		t.Errorf("blockOwnerDeletion false: %v", err)
	}
}
