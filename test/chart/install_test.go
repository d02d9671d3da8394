package chart

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
	"k8s.io/client-go/tools/clientcmd"
)

// TestAPIServerAccepts asks a real API server to validate every object, and to keep none of them.
func TestAPIServerAccepts(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	config := clusterConfig(t)
	client, err := dynamic.NewForConfig(config)
	if err != nil {
		t.Fatal(err)
	}
	addQuickStarts(ctx, t, client)
	kinds, err := restmapper.GetAPIGroupResources(discovery.NewDiscoveryClientForConfigOrDie(config))
	if err != nil {
		t.Fatal(err)
	}
	mapper := restmapper.NewDiscoveryRESTMapper(kinds)
	namespace := newNamespace(ctx, t, client)

	all := render(t, Release{Name: "expose-vm", Namespace: namespace, Values: valueSets["everything"]}).Objects
	file := render(t, Release{Name: "expose-vm", Namespace: namespace, Values: releaseFileValues}).Objects
	for _, object := range append(all, file...) {
		if object.GetKind() == "Namespace" {
			continue // it is there
		}
		gvk := object.GroupVersionKind()
		mapping, err := mapper.RESTMapping(gvk.GroupKind(), gvk.Version)
		if err != nil {
			t.Errorf("%s: %v", object.GetKind(), err)
			continue
		}
		dryRun := metav1.CreateOptions{DryRun: []string{metav1.DryRunAll}, FieldValidation: metav1.FieldValidationStrict}
		if _, err := client.Resource(mapping.Resource).Namespace(object.GetNamespace()).Create(ctx, &object, dryRun); err != nil {
			t.Errorf("%s %s: %v", object.GetKind(), object.GetName(), err)
		}
	}
}

// addQuickStarts adds OpenShift's own definition of ConsoleQuickStart, which the local cluster lacks.
func addQuickStarts(ctx context.Context, t *testing.T, client dynamic.Interface) {
	t.Helper()
	module, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/openshift/api").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(strings.TrimSpace(string(module)), "console/v1/zz_generated.crd-manifests/00_consolequickstarts.crd.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	crds, err := objectsOf(string(text))
	if err != nil {
		t.Fatal(err)
	}
	definitions := client.Resource(schema.GroupVersionResource{Group: "apiextensions.k8s.io", Version: "v1", Resource: "customresourcedefinitions"})
	if _, err := definitions.Create(ctx, &crds[0], metav1.CreateOptions{}); err != nil && !apierrors.IsAlreadyExists(err) {
		t.Fatal(err)
	}
	for {
		read, err := definitions.Get(ctx, crds[0].GetName(), metav1.GetOptions{})
		if err != nil {
			t.Fatal(err)
		}
		conditions, _, _ := unstructured.NestedSlice(read.Object, "status", "conditions")
		for _, condition := range conditions {
			if is, _ := condition.(map[string]any); is["type"] == "Established" && is["status"] == "True" {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// clusterConfig connects as the admin of the running local cluster, and skips the test when there is none.
func clusterConfig(t *testing.T) *rest.Config {
	t.Helper()
	file := os.Getenv("CLUSTER_JSON")
	if file == "" {
		t.Skip("no local cluster: CLUSTER_JSON is not set")
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cluster struct {
		Kubeconfig string `json:"kubeconfig"`
	}
	if err := json.Unmarshal(text, &cluster); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	config, err := clientcmd.BuildConfigFromFlags("", cluster.Kubeconfig)
	if err != nil {
		t.Fatal(err)
	}
	return config
}

// newNamespace makes a namespace that goes away with the test: a create in one that does not exist is refused, dry run or not.
func newNamespace(ctx context.Context, t *testing.T, client dynamic.Interface) string {
	t.Helper()
	namespaces := client.Resource(schema.GroupVersionResource{Version: "v1", Resource: "namespaces"})
	wanted := &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "v1",
		"kind":       "Namespace",
		"metadata":   map[string]any{"generateName": "chart-"},
	}}
	made, err := namespaces.Create(ctx, wanted, metav1.CreateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := namespaces.Delete(context.WithoutCancel(ctx), made.GetName(), metav1.DeleteOptions{}); err != nil {
			t.Errorf("namespace %s is left behind: %v", made.GetName(), err)
		}
	})
	return made.GetName()
}
