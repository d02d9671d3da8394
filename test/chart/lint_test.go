package chart

import (
	"strings"
	"testing"

	"helm.sh/helm/v3/pkg/lint"
	"helm.sh/helm/v3/pkg/lint/support"
)

// valueSets are installations that must lint and render.
var valueSets = map[string]map[string]any{
	"required only": {"image": image},
	"pinned image": {"image": map[string]any{
		"repository": "registry.example.com:5000/team/expose-vm",
		"digest":     "sha256:" + strings.Repeat("0a", 32),
		"pullPolicy": "Always",
	}},
	"everything": {
		"image":            image,
		"imagePullSecrets": []any{map[string]any{"name": "pull"}},
		"testImage":        "registry.example.com/tools:1",
		"replicaCount":     1,
		"ipv6":             false,
		"resources":        map[string]any{"limits": map[string]any{"cpu": "1", "memory": "1Gi"}},
		"nodeSelector":     map[string]any{"node-role.kubernetes.io/infra": ""},
		"tolerations":      []any{map[string]any{"key": "node-role.kubernetes.io/infra", "operator": "Exists"}},
		"affinity":         map[string]any{"podAntiAffinity": map[string]any{}},
		"fullnameOverride": "expose",
	},
}

var image = map[string]any{"repository": "registry.example.com/expose-vm", "tag": "1.2.3"}

func TestLint(t *testing.T) {
	for name, values := range valueSets {
		t.Run(name, func(t *testing.T) {
			lintStrictly(t, values)
		})
	}
	// A reader of the chart lints it as it is; the missing repository is told at installation.
	t.Run("values.yaml alone", func(t *testing.T) {
		lintStrictly(t, nil)
	})
}

// lintStrictly fails on warnings too, as `helm lint --strict` does.
func lintStrictly(t *testing.T, values map[string]any) {
	t.Helper()
	result := lint.All(Folder, values, "expose-vm", true)
	for _, message := range result.Messages {
		if message.Severity >= support.WarningSev {
			t.Errorf("%s", message)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	cases := map[string]struct {
		values map[string]any
		says   []string
	}{
		"a misspelt value":          {map[string]any{"replicas": 2}, []string{"replicas"}},
		"a misspelt value inside":   {map[string]any{"image": map[string]any{"repo": "x"}}, []string{"image", "repo"}},
		"no pods":                   {map[string]any{"replicaCount": 0}, []string{"replicaCount", "1"}},
		"half a pod":                {map[string]any{"replicaCount": 1.5}, []string{"replicaCount", "integer"}},
		"a tag in the repository":   {map[string]any{"image": map[string]any{"repository": "quay.io/a/b:1"}}, []string{"repository"}},
		"a short digest":            {map[string]any{"image": map[string]any{"digest": "sha256:abc"}}, []string{"digest"}},
		"an unknown pull policy":    {map[string]any{"image": map[string]any{"pullPolicy": "Sometimes"}}, []string{"pullPolicy"}},
		"a name that is no Service": {map[string]any{"fullnameOverride": "9lives"}, []string{"fullnameOverride"}},
		"text for a switch":         {map[string]any{"ipv6": "yes"}, []string{"ipv6", "boolean"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			values := map[string]any{"image": image}
			for key, value := range c.values {
				values[key] = value
			}
			_, err := Render(Release{Name: "expose-vm", Namespace: "expose-vm", Values: values})
			if err == nil {
				t.Fatal("was accepted")
			}
			for _, word := range append(c.says, "values don't meet the specifications of the schema") {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("does not say %q: %s", word, err)
				}
			}
		})
	}
}

func TestRepositoryIsRequired(t *testing.T) {
	_, err := Render(Release{Name: "expose-vm", Namespace: "expose-vm"})
	if err == nil {
		t.Fatal("rendered without an image")
	}
	for _, says := range []string{"image.repository must be set", "no image is published yet", "--set image.repository="} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("does not say %q: %s", says, err)
		}
	}
}
