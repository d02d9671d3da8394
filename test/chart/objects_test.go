package chart

import (
	"regexp"
	"strings"
	"testing"

	consolev1 "github.com/openshift/api/console/v1"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	podsecurity "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"sigs.k8s.io/yaml"
)

// objects are a release's objects in the types of their APIs.
type objects struct {
	plugin         consolev1.ConsolePlugin
	deployment     appsv1.Deployment
	service        corev1.Service
	serviceAccount corev1.ServiceAccount
	configMaps     map[string]corev1.ConfigMap
}

// decode reads each object strictly: a field that its API does not know is an error.
func decode(t *testing.T, rendered Rendered) objects {
	t.Helper()
	typed := objects{configMaps: map[string]corev1.ConfigMap{}}
	for _, object := range rendered.Objects {
		text, err := object.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		into := func(target any) {
			if err := yaml.UnmarshalStrict(text, target); err != nil {
				t.Errorf("%s %s: %v", object.GetKind(), object.GetName(), err)
			}
		}
		switch object.GetKind() {
		case "ConsolePlugin":
			into(&typed.plugin)
		case "Deployment":
			into(&typed.deployment)
		case "Service":
			into(&typed.service)
		case "ServiceAccount":
			into(&typed.serviceAccount)
		case "ConfigMap":
			var configMap corev1.ConfigMap
			into(&configMap)
			typed.configMaps[configMap.Name] = configMap
		default:
			t.Errorf("unexpected kind %s", object.GetKind())
		}
	}
	return typed
}

func render(t *testing.T, release Release) Rendered {
	t.Helper()
	rendered, err := Render(release)
	if err != nil {
		t.Fatal(err)
	}
	return rendered
}

func releaseOf(values map[string]any) Release {
	return Release{Name: "expose-vm", Namespace: "console-plugins", Values: values}
}

func TestObjectsFitTogether(t *testing.T) {
	for name, values := range valueSets {
		t.Run(name, func(t *testing.T) {
			rendered := render(t, releaseOf(values))
			if got := len(rendered.Objects); got != 6 {
				t.Errorf("%d objects, want 6", got)
			}
			checkReferences(t, decode(t, rendered))
		})
	}
}

// checkReferences follows every name by which one object finds another.
func checkReferences(t *testing.T, o objects) {
	t.Helper()
	pod := o.deployment.Spec.Template

	if !labels.SelectorFromSet(o.deployment.Spec.Selector.MatchLabels).Matches(labels.Set(pod.Labels)) {
		t.Error("the Deployment does not select its own pods: the API server would refuse it")
	}
	if !labels.SelectorFromSet(o.service.Spec.Selector).Matches(labels.Set(pod.Labels)) {
		t.Error("the Service does not select the pods")
	}
	if pod.Spec.ServiceAccountName != o.serviceAccount.Name {
		t.Errorf("pods run as %q, the ServiceAccount is %q", pod.Spec.ServiceAccountName, o.serviceAccount.Name)
	}

	backend := o.plugin.Spec.Backend
	if o.plugin.Name != "expose-vm" {
		t.Errorf("the ConsolePlugin is called %q, the plugin's manifest says expose-vm", o.plugin.Name)
	}
	if backend.Type != consolev1.Service || backend.Service == nil {
		t.Fatalf("backend is %+v, want a Service", backend)
	}
	if backend.Service.Name != o.service.Name || backend.Service.Namespace != o.service.Namespace || backend.Service.Port != o.service.Spec.Ports[0].Port {
		t.Errorf("the ConsolePlugin points to %+v, the Service is %s/%s port %d", *backend.Service, o.service.Namespace, o.service.Name, o.service.Spec.Ports[0].Port)
	}
	if o.plugin.Spec.I18n.LoadType != consolev1.Preload {
		t.Errorf("i18n loadType is %q, want Preload", o.plugin.Spec.I18n.LoadType)
	}

	container := pod.Spec.Containers[0]
	if target := o.service.Spec.Ports[0].TargetPort.StrVal; target != container.Ports[0].Name {
		t.Errorf("the Service's targetPort is %q, the container's port %q", target, container.Ports[0].Name)
	}
	secret := o.service.Annotations["service.beta.openshift.io/serving-cert-secret-name"]
	for _, volume := range pod.Spec.Volumes {
		if volume.Secret != nil && volume.Secret.SecretName != secret {
			t.Errorf("pods mount Secret %q, the service-ca operator makes %q", volume.Secret.SecretName, secret)
		}
		if volume.ConfigMap != nil {
			if _, there := o.configMaps[volume.ConfigMap.Name]; !there {
				t.Errorf("pods mount ConfigMap %q, which is not in the chart", volume.ConfigMap.Name)
			}
		}
	}
}

// OpenShift admits a pod by the namespace's pod security standard: restricted is the strictest, and asks for no right at all.
func TestPodMeetsRestrictedSecurity(t *testing.T) {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks())
	if err != nil {
		t.Fatal(err)
	}
	template := decode(t, render(t, releaseOf(map[string]any{"image": image}))).deployment.Spec.Template
	restricted := podsecurity.LevelVersion{Level: podsecurity.LevelRestricted, Version: podsecurity.LatestVersion()}
	for _, result := range evaluator.EvaluatePod(restricted, &template.ObjectMeta, &template.Spec) {
		if !result.Allowed {
			t.Errorf("%s: %s", result.ForbiddenReason, result.ForbiddenDetail)
		}
	}

	pod, container := template.Spec, template.Spec.Containers[0]
	holds := map[string]bool{
		"leaves the user to OpenShift":  pod.SecurityContext.RunAsUser == nil && container.SecurityContext.RunAsUser == nil,
		"read-only root file system":    *container.SecurityContext.ReadOnlyRootFilesystem,
		"no token of a service account": !*pod.AutomountServiceAccountToken,
		"requests and a memory limit":   !container.Resources.Requests.Memory().IsZero() && !container.Resources.Limits.Memory().IsZero(),
		"probes over TLS":               container.ReadinessProbe.HTTPGet.Scheme == corev1.URISchemeHTTPS && container.LivenessProbe.HTTPGet.Scheme == corev1.URISchemeHTTPS,
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

func TestConfigIsWhatThePagesRead(t *testing.T) {
	cases := map[string]string{
		"":                             "registry.example.com/expose-vm:1.2.3",
		"registry.example.com/tools:1": "registry.example.com/tools:1",
		`"quoted"`:                     `"quoted"`,
	}
	for testImage, want := range cases {
		o := decode(t, render(t, releaseOf(map[string]any{"image": image, "testImage": testImage})))
		var config struct {
			TestImage *string `json:"testImage"`
		}
		if err := yaml.UnmarshalStrict([]byte(o.configMaps["expose-vm-config"].Data["config.json"]), &config); err != nil {
			t.Fatal(err)
		}
		if config.TestImage == nil || *config.TestImage != want {
			t.Errorf("config.json does not carry testImage %q", want)
		}
	}
}

func TestNotesTellHowToEnableThePlugin(t *testing.T) {
	notes := render(t, Release{Name: "prod", Namespace: "console-plugins", Values: map[string]any{"image": image}}).Notes
	for _, want := range []string{
		"rollout status deployment/prod-expose-vm",
		`"path":"/spec/plugins/-","value":"expose-vm"`,
		`--type=merge --patch '{"spec":{"plugins":["expose-vm"]}}'`,
	} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes lack %q:\n%s", want, notes)
		}
	}
	if left := regexp.MustCompile(`\{\{|<no value>`).FindString(notes); left != "" {
		t.Errorf("the notes contain %q", left)
	}
}
