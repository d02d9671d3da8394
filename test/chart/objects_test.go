package chart

import (
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
