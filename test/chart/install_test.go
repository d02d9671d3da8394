package chart

import (
	"context"
	"encoding/json"
	"os"
	"testing"
	"time"

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
	kinds, err := restmapper.GetAPIGroupResources(discovery.NewDiscoveryClientForConfigOrDie(config))
	if err != nil {
		t.Fatal(err)
	}
	mapper := restmapper.NewDiscoveryRESTMapper(kinds)
	namespace := newNamespace(ctx, t, client)

	release := Release{Name: "expose-vm", Namespace: namespace, Values: valueSets["everything"]}
	for _, object := range render(t, release).Objects {
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
