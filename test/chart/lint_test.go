package chart

import (
	"maps"
	"strings"
	"testing"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
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
		"image":             image,
		"imagePullSecrets":  []any{map[string]any{"name": "pull"}},
		"testImage":         "registry.example.com/tools:1",
		"replicaCount":      1,
		"ipv6":              false,
		"resources":         map[string]any{"limits": map[string]any{"cpu": "1", "memory": "1Gi"}},
		"nodeSelector":      map[string]any{"node-role.kubernetes.io/infra": ""},
		"tolerations":       []any{map[string]any{"key": "node-role.kubernetes.io/infra", "operator": "Exists"}},
		"affinity":          map[string]any{"podAntiAffinity": map[string]any{}},
		"fullnameOverride":  "expose",
		"priorityClassName": "system-cluster-critical",
		"tls":               map[string]any{"minVersion": "TLSv1.3"},
		"networkPolicy":     map[string]any{"apiServerPort": 8443},
	},
	"GitOps": {
		"image":         image,
		"hooks":         map[string]any{"enable": false, "disable": false},
		"quickStart":    false,
		"networkPolicy": map[string]any{"enabled": false},
	},
	"release file": releaseFileValues,
}

// releaseFileValues are those of npm run release, with a file in a folder and one of the release before.
var releaseFileValues = map[string]any{"image": image, "releaseFile": map[string]any{
	"enabled": true,
	"bundles": []any{map[string]any{"name": "expose-vm-files-1", "files": []any{
		map[string]any{"key": "plugin-manifest.json.gz", "path": "plugin-manifest.json.gz", "content": "H4sI"},
		map[string]any{"key": "locales.en.x.json.gz", "path": "locales/en/x.json.gz", "content": "H4sI"},
	}}},
	"previous": []any{map[string]any{"name": "expose-vm-files-0", "files": []any{
		map[string]any{"key": "old-chunk-00.min.js.gz", "path": "old-chunk-00.min.js.gz"},
	}}},
}}

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

// lintStrictly fails on warnings too, as `helm lint --strict` does. Lint knows no cluster that could be asked.
func lintStrictly(t *testing.T, values map[string]any) {
	t.Helper()
	all := map[string]any{"checkConsole": false}
	maps.Copy(all, values)
	result := lint.All(Folder, all, "expose-vm", true)
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
		"an old TLS version":        {map[string]any{"tls": map[string]any{"minVersion": "TLSv1.1"}}, []string{"minVersion"}},
		"a directive in a cipher":   {map[string]any{"tls": map[string]any{"ciphers": []any{"A;B"}}}, []string{"ciphers"}},
		"a quote in the test image": {map[string]any{"testImage": `a"b`}, []string{"testImage"}},
		"text for a switch":         {map[string]any{"ipv6": "yes"}, []string{"ipv6", "boolean"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			values := map[string]any{"image": image}
			for key, value := range c.values {
				values[key] = value
			}
			_, err := Render(Folder, Release{Name: "expose-vm", Namespace: "expose-vm", Values: values})
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
	_, err := Render(Folder, Release{Name: "expose-vm", Namespace: "expose-vm"})
	if err == nil {
		t.Fatal("rendered without an image")
	}
	for _, says := range []string{"image.repository must be set", "--set image.repository=", "npm run release"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("does not say %q: %s", says, err)
		}
	}
}

func TestClusterWithoutConsoleIsRefused(t *testing.T) {
	release := Release{Name: "expose-vm", Namespace: "expose-vm", Values: map[string]any{"image": image}}
	_, err := renderFor(chartutil.DefaultCapabilities, Folder, release)
	if err == nil || !strings.Contains(err.Error(), "Expose VM needs OpenShift 4.20 or later with the console enabled.") {
		t.Errorf("not refused with a sentence: %v", err)
	}
	release.Values = map[string]any{"image": image, "checkConsole": false}
	if _, err := renderFor(chartutil.DefaultCapabilities, Folder, release); err != nil {
		t.Errorf("refused although nothing is to be checked: %v", err)
	}
}

// Helm refuses by this range before it renders anything; OpenShift 4.20 is Kubernetes 1.33.
func TestKubernetesVersions(t *testing.T) {
	loaded, err := loader.Load(Folder)
	if err != nil {
		t.Fatal(err)
	}
	for version, want := range map[string]bool{"v1.32.9": false, "v1.33.0": true, "v1.33.5+a1b2c3d": true, "v1.35.1": true} {
		if got := chartutil.IsCompatibleRange(loaded.Metadata.KubeVersion, version); got != want {
			t.Errorf("Kubernetes %s is accepted: %t, want %t", version, got, want)
		}
	}
}
