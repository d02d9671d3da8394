package behaviour

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	authv1 "k8s.io/api/authorization/v1"
	corev1 "k8s.io/api/core/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/rest"
	"kubevirt.io/client-go/kubecli"
)

// as returns a client that signs in as one of cluster.json's users.
func as(t *testing.T, user string) kubecli.KubevirtClient {
	t.Helper()
	return withToken(t, local.Users[user])
}

func withToken(t *testing.T, token string) kubecli.KubevirtClient {
	t.Helper()
	c, err := kubecli.GetKubevirtClientFromRESTConfig(&rest.Config{
		Host: local.APIServer, BearerToken: token, TLSClientConfig: rest.TLSClientConfig{CAFile: local.CAFile}, QPS: 200, Burst: 200})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// roles are the bindings that cluster.json's users have in prod2.
var roles = map[string]string{"vm-admin": "admin", "editor": "vm-editor-no-restart", "viewer": "view", "kubevirt-only": "kubevirt.io:admin"}

// newNamespace makes a namespace in which the users have their roles; it goes
// with the test.
func newNamespace(t *testing.T) string {
	t.Helper()
	admin, ctx := as(t, "admin"), t.Context()
	ns, err := admin.CoreV1().Namespaces().Create(ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{GenerateName: "behaviour-"}}, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// t.Context() is over by now
		if err := admin.CoreV1().Namespaces().Delete(context.Background(), ns.Name, metav1.DeleteOptions{}); err != nil {
			t.Error(err)
		}
	})
	for user, role := range roles {
		_, err := admin.RbacV1().RoleBindings(ns.Name).Create(ctx, &rbacv1.RoleBinding{
			ObjectMeta: metav1.ObjectMeta{Name: user},
			RoleRef:    rbacv1.RoleRef{APIGroup: rbacv1.GroupName, Kind: "ClusterRole", Name: role},
			Subjects:   []rbacv1.Subject{{APIGroup: rbacv1.GroupName, Kind: "User", Name: user}},
		}, metav1.CreateOptions{})
		if err != nil {
			t.Fatal(err)
		}
	}
	for user := range roles {
		awaitRight(t, user, ns.Name, authv1.ResourceAttributes{Verb: "get", Group: "kubevirt.io", Resource: "virtualmachines"})
	}
	return ns.Name
}

// awaitRight waits until the API server's authorizer, which watches the
// bindings, knows of one that was just made.
func awaitRight(t *testing.T, user, ns string, right authv1.ResourceAttributes) {
	t.Helper()
	right.Namespace = ns
	eventually(t, fmt.Sprintf("right of %s to %s %s", user, right.Verb, right.Resource), func() error {
		review, err := as(t, user).AuthorizationV1().SelfSubjectAccessReviews().Create(t.Context(), &authv1.SelfSubjectAccessReview{
			Spec: authv1.SelfSubjectAccessReviewSpec{ResourceAttributes: &right}}, metav1.CreateOptions{})
		if err == nil && !review.Status.Allowed {
			err = errors.New("not allowed")
		}
		return err
	})
}

// subresource sends a PUT such as .../virtualmachines/<name>/restart and returns
// the status code, and the API server's words when it refused.
func subresource(t *testing.T, c kubecli.KubevirtClient, ns, resource, name, verb, query, body string) (code int, message string) {
	t.Helper()
	path := fmt.Sprintf("/apis/subresources.kubevirt.io/v1/namespaces/%s/%s/%s/%s", ns, resource, name, verb)
	r := c.RestClient().Put().AbsPath(path).SetHeader("Content-Type", "application/json").Body([]byte(body))
	if query != "" {
		r = r.Param("dryRun", query)
	}
	result := r.Do(t.Context()).StatusCode(&code)
	if err := result.Error(); err != nil {
		return codeOf(err), err.Error()
	}
	return code, ""
}

func restart(t *testing.T, c kubecli.KubevirtClient, ns, vm string) (code int, message string) {
	t.Helper()
	return subresource(t, c, ns, "virtualmachines", vm, "restart", "", "{}")
}

// codeOf is the HTTP status of an API server's answer, 200 for none.
func codeOf(err error) int {
	var status apierrors.APIStatus
	switch {
	case err == nil:
		return http.StatusOK
	case errors.As(err, &status):
		return int(status.Status().Code)
	default:
		return 0
	}
}

func wantCode(t *testing.T, what string, got int, message string, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d %s, want %d", what, got, message, want)
	}
}

// patience is for a machine that is busy with other things; most waits end in
// well under a second.
const patience = 60 * time.Second

// eventually asks until there is no error.
func eventually(t *testing.T, what string, ask func() error) {
	t.Helper()
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if err = ask(); err == nil {
			return
		}
	}
	t.Fatalf("%s: %v", what, err)
}
