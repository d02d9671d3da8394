package chart

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	consolev1 "github.com/openshift/api/console/v1"
	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/labels"
	podsecurity "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"sigs.k8s.io/yaml"
)

// objects are a release's objects in the types of their APIs, by their names.
type objects struct {
	plugin          consolev1.ConsolePlugin
	deployment      appsv1.Deployment
	service         corev1.Service
	serviceAccount  corev1.ServiceAccount
	configMaps      map[string]corev1.ConfigMap
	pods            map[string]corev1.PodTemplateSpec
	jobs            map[string]batchv1.Job
	role            rbacv1.ClusterRole
	networkPolicies map[string]networkingv1.NetworkPolicy
}

// decode reads each object strictly: a field that its API does not know is an error.
func decode(t *testing.T, rendered Rendered) objects {
	t.Helper()
	typed := objects{
		configMaps:      map[string]corev1.ConfigMap{},
		pods:            map[string]corev1.PodTemplateSpec{},
		jobs:            map[string]batchv1.Job{},
		networkPolicies: map[string]networkingv1.NetworkPolicy{},
	}
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
		isSwitch := strings.HasSuffix(object.GetName(), "-switch")
		switch object.GetKind() {
		case "ConsolePlugin":
			into(&typed.plugin)
		case "ConsoleQuickStart":
			into(&consolev1.ConsoleQuickStart{})
		case "Deployment":
			var deployment appsv1.Deployment
			into(&deployment)
			typed.pods[object.GetName()] = deployment.Spec.Template
			if !isSwitch {
				typed.deployment = deployment
			}
		case "Job":
			var job batchv1.Job
			into(&job)
			typed.jobs[object.GetName()] = job
			typed.pods[object.GetName()] = job.Spec.Template
		case "Pod":
			var pod corev1.Pod
			into(&pod)
			typed.pods[object.GetName()] = corev1.PodTemplateSpec{ObjectMeta: pod.ObjectMeta, Spec: pod.Spec}
		case "Service":
			into(&typed.service)
		case "ServiceAccount":
			if isSwitch {
				into(&corev1.ServiceAccount{})
			} else {
				into(&typed.serviceAccount)
			}
		case "ClusterRole":
			into(&typed.role)
		case "ClusterRoleBinding":
			into(&rbacv1.ClusterRoleBinding{})
		case "PodDisruptionBudget":
			into(&policyv1.PodDisruptionBudget{})
		case "NetworkPolicy":
			var policy networkingv1.NetworkPolicy
			into(&policy)
			typed.networkPolicies[policy.Name] = policy
		case "ConfigMap":
			var configMap corev1.ConfigMap
			into(&configMap)
			typed.configMaps[configMap.Name] = configMap
		case "Namespace":
			into(&corev1.Namespace{})
		default:
			t.Errorf("unexpected kind %s", object.GetKind())
		}
	}
	return typed
}

func render(t *testing.T, release Release) Rendered {
	t.Helper()
	rendered, err := Render(Folder, release)
	if err != nil {
		t.Fatal(err)
	}
	return rendered
}

func releaseOf(values map[string]any) Release {
	return Release{Name: "expose-vm", Namespace: "console-plugins", Values: values}
}

// kindsOf are the kinds that every installation has, and those that one can do without.
var (
	always = "ConfigMap ConfigMap ConsolePlugin Deployment PodDisruptionBudget Service ServiceAccount"
	rights = "ClusterRole ClusterRoleBinding ServiceAccount"
	kinds  = map[string]string{
		"required only": always + " ConsoleQuickStart Job Job NetworkPolicy NetworkPolicy Pod " + rights,
		"pinned image":  always + " ConsoleQuickStart Job Job NetworkPolicy NetworkPolicy Pod " + rights,
		"everything":    always + " ConsoleQuickStart Job Job NetworkPolicy NetworkPolicy Pod " + rights,
		"GitOps":        always + " Pod",
		"release file":  always + " ConfigMap ConsoleQuickStart Deployment Job Namespace NetworkPolicy NetworkPolicy " + rights,
	}
)

func TestObjectsFitTogether(t *testing.T) {
	for name, values := range valueSets {
		t.Run(name, func(t *testing.T) {
			rendered := render(t, releaseOf(values))
			var got []string
			for _, object := range rendered.Objects {
				got = append(got, object.GetKind())
			}
			want := strings.Fields(kinds[name])
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("renders %q,\nwant %q", got, want)
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
	for name, pod := range o.pods {
		for _, volume := range pod.Spec.Volumes {
			if volume.Secret != nil && volume.Secret.SecretName != secret {
				t.Errorf("%s mounts Secret %q, the service-ca operator makes %q", name, volume.Secret.SecretName, secret)
			}
			if volume.ConfigMap != nil && volume.ConfigMap.Name != "openshift-service-ca.crt" {
				if _, there := o.configMaps[volume.ConfigMap.Name]; !there {
					t.Errorf("%s mounts ConfigMap %q, which is not in the chart", name, volume.ConfigMap.Name)
				}
			}
			if volume.Projected != nil {
				checkProjected(t, volume.Projected.Sources, o.configMaps)
			}
		}
	}
}

// checkProjected follows the keys of the files that are served. Only the release before need not be there.
func checkProjected(t *testing.T, sources []corev1.VolumeProjection, configMaps map[string]corev1.ConfigMap) {
	t.Helper()
	paths := map[string]bool{}
	for _, source := range sources {
		configMap, there := configMaps[source.ConfigMap.Name]
		isOptional := source.ConfigMap.Optional != nil && *source.ConfigMap.Optional
		if there == isOptional {
			t.Errorf("ConfigMap %s is in the file: %t, and optional: %t", source.ConfigMap.Name, there, isOptional)
		}
		for _, item := range source.ConfigMap.Items {
			if paths[item.Path] {
				t.Errorf("%s is mounted twice", item.Path)
			}
			paths[item.Path] = true
			if _, filled := configMap.BinaryData[item.Key]; there && !filled {
				t.Errorf("ConfigMap %s has no %s", configMap.Name, item.Key)
			}
		}
	}
}

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
