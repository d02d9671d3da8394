package install

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	authorization "k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy"
	"kubevirt.io/kubevirt/pkg/virt-operator/resource/generate/rbac"
)

const aggregateTo = "rbac.authorization.k8s.io/aggregate-to-"

// stockRules gives the rules of a role that clusters come with: those of Kubernetes, of KubeVirt, and those that the
// manifests imitate of OpenShift, put together by their labels as the cluster does it.
func stockRules(t *testing.T, role string) []rbacv1.PolicyRule {
	t.Helper()
	roles := bootstrappolicy.ClusterRoles()
	for _, object := range rbac.GetAllCluster() {
		if clusterRole, ok := object.(*rbacv1.ClusterRole); ok {
			roles = append(roles, *clusterRole)
		}
	}
	imitated, err := embedded("roles")
	if err != nil {
		t.Fatal(err)
	}
	for _, object := range imitated {
		if object.GetKind() != "ClusterRole" {
			continue
		}
		var clusterRole rbacv1.ClusterRole
		if err := runtime.DefaultUnstructuredConverter.FromUnstructured(object.Object, &clusterRole); err != nil {
			t.Fatal(err)
		}
		roles = append(roles, clusterRole)
	}
	// admin has what edit has, and edit what view has
	names := []string{"view", "edit", "admin"}
	names = names[:slices.Index(names, role)+1]
	var rules []rbacv1.PolicyRule
	for _, clusterRole := range roles {
		for _, name := range names {
			if clusterRole.Labels[aggregateTo+name] == "true" {
				rules = append(rules, clusterRole.Rules...)
			}
		}
	}
	return rules
}

// TestDocumentedRoles holds the roles of docs/permissions.md against the roles themselves.
func TestDocumentedRoles(t *testing.T) {
	text, err := os.ReadFile("../../../../docs/permissions.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| .+ \\| `(\\w+)` \\| `([\\w/-]+)` \\| (core|`[\\w.]+`) \\| `([\\w-]+)` \\|$").
		FindAllStringSubmatch(string(text), -1)
	if len(rows) < 30 {
		t.Fatalf("docs/permissions.md has %d rows of permissions, want at least 30", len(rows))
	}
	rules := map[string][]rbacv1.PolicyRule{}
	for _, role := range []string{"view", "edit", "admin"} {
		rules[role] = stockRules(t, role)
	}
	// of a role for a project the first that has it
	lacking := map[string][]string{"view": {}, "edit": {"view"}, "cluster-admin": {"view", "edit", "admin"}}
	for _, row := range rows {
		resource, subresource, _ := strings.Cut(row[2], "/")
		group := strings.Trim(row[3], "`")
		if group == "core" {
			group = ""
		}
		asked := authorizer.AttributesRecord{ResourceRequest: true, Verb: row[1], APIGroup: group, Resource: resource, Subresource: subresource, Namespace: "prod2"}
		role := row[4]
		without, known := lacking[role]
		if !known {
			t.Errorf("%s is no stock role: %s", role, row[0])
		}
		if role != "cluster-admin" && !authorization.RulesAllow(asked, rules[role]...) {
			t.Errorf("the role %s does not have it: %s", role, row[0])
		}
		for _, smaller := range without {
			if authorization.RulesAllow(asked, rules[smaller]...) {
				t.Errorf("the role %s has it too: %s", smaller, row[0])
			}
		}
	}
}
