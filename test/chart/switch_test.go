package chart

import (
	"maps"
	"reflect"
	"regexp"
	"strings"
	"testing"

	networkingv1 "k8s.io/api/networking/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// The role is all that the plugin may do by itself: what its pages do they do with the rights of who looks at them.
func TestRights(t *testing.T) {
	lists := rbacv1.PolicyRule{APIGroups: []string{"operator.openshift.io"}, Resources: []string{"consoles"}, ResourceNames: []string{"cluster"}, Verbs: []string{"get", "patch"}}
	looks := rbacv1.PolicyRule{APIGroups: []string{"console.openshift.io"}, Resources: []string{"consoleplugins"}, ResourceNames: []string{"expose-vm"}, Verbs: []string{"get", "list", "watch"}}
	for name, want := range map[string][]rbacv1.PolicyRule{
		"required only": {lists},
		"GitOps":        nil,
		"release file":  {lists, looks},
	} {
		if got := decode(t, render(t, releaseOf(valueSets[name]))).role.Rules; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the rules are %+v, want %+v", name, got, want)
		}
	}
}

func TestNetworkPolicies(t *testing.T) {
	o := decode(t, render(t, releaseOf(releaseFileValues)))
	web, talks := o.networkPolicies["expose-vm"].Spec, o.networkPolicies["expose-vm-switch"].Spec
	for name, selects := range map[string]networkingv1.NetworkPolicySpec{"expose-vm": web, "expose-vm-switch": talks} {
		if !labels.SelectorFromSet(selects.PodSelector.MatchLabels).Matches(labels.Set(o.pods[name].Labels)) {
			t.Errorf("the policy does not select the pods of %s", name)
		}
		if len(selects.PolicyTypes) != 2 {
			t.Errorf("%s: the policy is for %v alone", name, selects.PolicyTypes)
		}
	}
	if len(web.Egress) != 0 || len(talks.Ingress) != 0 {
		t.Error("what serves may connect, or what connects may be connected to")
	}
	if len(web.Ingress) != 1 || len(web.Ingress[0].From) != 1 || web.Ingress[0].From[0].NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"] != "openshift-console" {
		t.Errorf("connections come from %+v, want the console alone", web.Ingress)
	}
	if got := talks.Egress[0].Ports; len(talks.Egress) != 1 || len(got) != 1 || got[0].Port.IntVal != 6443 {
		t.Errorf("connections go to %+v, want the API server alone", talks.Egress)
	}
}

// A Job's pod cannot be changed: with another pod the same name would make oc apply fail.
func TestJobOfReleaseFileIsNamedByItsPod(t *testing.T) {
	name := func(values map[string]any) string {
		for name := range decode(t, render(t, releaseOf(values))).jobs {
			return name
		}
		return ""
	}
	other := maps.Clone(releaseFileValues)
	other["image"] = map[string]any{"repository": "r.example.com/other", "tag": "1"}
	if first, again := name(releaseFileValues), name(releaseFileValues); first != again {
		t.Errorf("the same release has the Jobs %s and %s", first, again)
	}
	if name(releaseFileValues) == name(other) {
		t.Error("with another image the Job has the same name")
	}
}

func TestHooks(t *testing.T) {
	jobs := decode(t, render(t, releaseOf(map[string]any{"image": image}))).jobs
	for name, want := range map[string]string{"expose-vm-enable": "post-install,post-upgrade", "expose-vm-disable": "pre-delete"} {
		if got := jobs[name].Annotations["helm.sh/hook"]; got != want {
			t.Errorf("%s is the hook %q, want %q", name, got, want)
		}
	}
}

func TestNotes(t *testing.T) {
	for hooks, want := range map[bool][]string{
		true:  {"and enabled in the console", "helm test prod --namespace console-plugins"},
		false: {"but not enabled in the console", "Console plugins > expose-vm", "Disable it there again"},
	} {
		values := map[string]any{"image": image, "hooks": map[string]any{"enable": hooks, "disable": hooks}}
		notes := render(t, Release{Name: "prod", Namespace: "console-plugins", Values: values}).Notes
		for _, says := range want {
			if !strings.Contains(notes, says) {
				t.Errorf("the notes lack %q:\n%s", says, notes)
			}
		}
		if left := regexp.MustCompile(`\{\{|<no value>`).FindString(notes); left != "" {
			t.Errorf("the notes contain %q", left)
		}
	}
}
