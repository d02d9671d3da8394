package chart

import (
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
	podsecurity "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// OpenShift admits a pod by the namespace's pod security standard: restricted is the strictest, and asks for no right at all.
func TestPodsMeetRestrictedSecurity(t *testing.T) {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks())
	if err != nil {
		t.Fatal(err)
	}
	restricted := podsecurity.LevelVersion{Level: podsecurity.LevelRestricted, Version: podsecurity.LatestVersion()}
	for set, values := range valueSets {
		for name, template := range decode(t, render(t, releaseOf(values))).pods {
			t.Run(set+" "+name, func(t *testing.T) {
				for _, result := range evaluator.EvaluatePod(restricted, &template.ObjectMeta, &template.Spec) {
					if !result.Allowed {
						t.Errorf("%s: %s", result.ForbiddenReason, result.ForbiddenDetail)
					}
				}
				container := template.Spec.Containers[0]
				holds := map[string]bool{
					"leaves the user to OpenShift": template.Spec.SecurityContext.RunAsUser == nil && container.SecurityContext.RunAsUser == nil,
					"read-only root file system":   *container.SecurityContext.ReadOnlyRootFilesystem,
					"asks for the strictest SCC":   template.Annotations["openshift.io/required-scc"] == "restricted-v2",
					"one container, one image":     len(template.Spec.Containers) == 1 && len(template.Spec.InitContainers) == 0,
				}
				for property, held := range holds {
					if !held {
						t.Errorf("not so: %s", property)
					}
				}
			})
		}
	}
}

func TestPodThatServes(t *testing.T) {
	pod := decode(t, render(t, releaseOf(map[string]any{"image": image}))).deployment.Spec.Template.Spec
	container := pod.Containers[0]
	holds := map[string]bool{
		"no token of a service account": !*pod.AutomountServiceAccountToken,
		"requests and a memory limit":   !container.Resources.Requests.Memory().IsZero() && !container.Resources.Limits.Memory().IsZero(),
		"probes over TLS":               container.ReadinessProbe.HTTPGet.Scheme == corev1.URISchemeHTTPS && container.LivenessProbe.HTTPGet.Scheme == corev1.URISchemeHTTPS,
		"spread over nodes":             len(pod.TopologySpreadConstraints) == 1,
	}
	for property, held := range holds {
		if !held {
			t.Errorf("not so: %s", property)
		}
	}
}

func TestImageReference(t *testing.T) {
	digest := "sha256:" + strings.Repeat("ab", 32)
	cases := map[string]struct {
		image map[string]any
		want  string
	}{
		"the chart's version": {map[string]any{"repository": "r.example.com/e"}, "r.example.com/e:0.1.0"},
		"a tag":               {map[string]any{"repository": "r.example.com/e", "tag": "2"}, "r.example.com/e:2"},
		"a digest":            {map[string]any{"repository": "r.example.com/e", "tag": "2", "digest": digest}, "r.example.com/e@" + digest},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			o := decode(t, render(t, releaseOf(map[string]any{"image": c.image})))
			if got := o.deployment.Spec.Template.Spec.Containers[0].Image; got != c.want {
				t.Errorf("image %q, want %q", got, c.want)
			}
		})
	}
}

func TestTestImageIsWhatThePagesRead(t *testing.T) {
	cases := map[string]string{
		"":                             "registry.example.com/expose-vm:1.2.3",
		"registry.example.com/tools:1": "registry.example.com/tools:1",
	}
	for testImage, want := range cases {
		o := decode(t, render(t, releaseOf(map[string]any{"image": image, "testImage": testImage})))
		env := o.deployment.Spec.Template.Spec.Containers[0].Env
		if len(env) != 1 || env[0].Name != "TEST_IMAGE" || env[0].Value != want {
			t.Errorf("the environment is %v, want TEST_IMAGE %q", env, want)
		}
	}
}
