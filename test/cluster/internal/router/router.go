// Package router plays OpenShift's ingress controller as far as the API shows
// it: a Route gets a host and is admitted or not. No traffic passes.
package router

import (
	"context"
	"fmt"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/cache"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
)

// Resource is the Route's.
var Resource = schema.GroupVersionResource{Group: "route.openshift.io", Version: "v1", Resource: "routes"}

// Domain is where generated hosts are; a cluster's is apps.<cluster domain>.
const Domain = "apps.local.test"

// Router admits Routes.
type Router struct {
	Client dynamic.Interface
	Routes cache.Store
}

// Reconcile gives one Route its host, then its status.
func (r *Router) Reconcile(ctx context.Context, key string) (time.Duration, error) {
	o, found, err := r.Routes.GetByKey(key)
	if err != nil || !found {
		return 0, err
	}
	route, ok := o.(*unstructured.Unstructured)
	if !ok || route.GetDeletionTimestamp() != nil {
		return 0, nil
	}
	route = route.DeepCopy()
	routes := r.Client.Resource(Resource).Namespace(route.GetNamespace())
	if host(route) == "" {
		if err := unstructured.SetNestedField(route.Object, generatedHost(route), "spec", "host"); err != nil {
			return 0, err
		}
		annotations := route.GetAnnotations()
		if annotations == nil {
			annotations = map[string]string{}
		}
		annotations["openshift.io/host.generated"] = "true"
		route.SetAnnotations(annotations)
		_, err := routes.Update(ctx, route, metav1.UpdateOptions{})
		return 0, ignoreGone(err)
	}
	changed, err := admit(route, r.claimant(route), time.Now())
	if err != nil || !changed {
		return 0, err
	}
	_, err = routes.UpdateStatus(ctx, route, metav1.UpdateOptions{})
	return 0, ignoreGone(err)
}

// Rivals maps a Route to all with the same host: when one goes, another may be admitted.
func (r *Router) Rivals(o any) []string {
	route, ok := o.(*unstructured.Unstructured)
	if !ok {
		return nil
	}
	keys := []string{route.GetNamespace() + "/" + route.GetName()}
	for _, other := range r.Routes.List() {
		if u, ok := other.(*unstructured.Unstructured); ok && u.GetUID() != route.GetUID() && host(u) == host(route) && host(u) != "" {
			keys = append(keys, u.GetNamespace()+"/"+u.GetName())
		}
	}
	return keys
}

// claimant is the older Route that has the host and path already, nil when this
// one may have them. A host of another namespace is taken whatever the path.
func (r *Router) claimant(route *unstructured.Unstructured) *unstructured.Unstructured {
	for _, o := range r.Routes.List() {
		other, ok := o.(*unstructured.Unstructured)
		if !ok || other.GetUID() == route.GetUID() || host(other) != host(route) || !isOlder(other, route) {
			continue
		}
		if other.GetNamespace() != route.GetNamespace() || path(other) == path(route) {
			return other
		}
	}
	return nil
}

// isOlder decides who keeps a host. Timestamps are in whole seconds: among equals
// the one that is admitted already stays.
func isOlder(a, b *unstructured.Unstructured) bool {
	at, bt := a.GetCreationTimestamp(), b.GetCreationTimestamp()
	switch {
	case !at.Equal(&bt):
		return at.Before(&bt)
	case isAdmitted(a) != isAdmitted(b):
		return isAdmitted(a)
	default:
		return a.GetUID() < b.GetUID()
	}
}

func isAdmitted(route *unstructured.Unstructured) bool {
	ingress, _, _ := unstructured.NestedSlice(route.Object, "status", "ingress")
	return len(ingress) == 1 && same(ingress[0], host(route), map[string]any{"status": "True"})
}

// admit writes status.ingress; it says whether that changed anything.
func admit(route, claimant *unstructured.Unstructured, now time.Time) (bool, error) {
	condition := map[string]any{"type": "Admitted", "status": "True", "lastTransitionTime": now.UTC().Format(time.RFC3339)}
	if claimant != nil {
		condition["status"], condition["reason"] = "False", "HostAlreadyClaimed"
		condition["message"] = fmt.Sprintf("route %s already exposes %s and is older", claimant.GetName(), host(route))
	}
	if have, _, _ := unstructured.NestedSlice(route.Object, "status", "ingress"); len(have) == 1 {
		if same(have[0], host(route), condition) {
			return false, nil
		}
	}
	ingress := map[string]any{"host": host(route), "routerName": "default", "wildcardPolicy": "None",
		"routerCanonicalHostname": "router-default." + Domain, "conditions": []any{condition}}
	return true, unstructured.SetNestedSlice(route.Object, []any{ingress}, "status", "ingress")
}

func same(ingress any, host string, condition map[string]any) bool {
	have, ok := ingress.(map[string]any)
	if !ok || have["host"] != host {
		return false
	}
	conditions, _, _ := unstructured.NestedSlice(have, "conditions")
	if len(conditions) != 1 {
		return false
	}
	old, _ := conditions[0].(map[string]any)
	return old["status"] == condition["status"] && old["message"] == condition["message"]
}

func generatedHost(route *unstructured.Unstructured) string {
	return fmt.Sprintf("%s-%s.%s", route.GetName(), route.GetNamespace(), Domain)
}

func host(route *unstructured.Unstructured) string { return specField(route, "host") }

func path(route *unstructured.Unstructured) string { return specField(route, "path") }

func specField(route *unstructured.Unstructured, field string) string {
	s, _, _ := unstructured.NestedString(route.Object, "spec", field)
	return s
}

func ignoreGone(err error) error {
	if apierrors.IsNotFound(err) {
		return nil
	}
	return err
}
