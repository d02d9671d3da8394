// Package install puts into the API server what operators would: KubeVirt
// without its deployments, a few OpenShift kinds, nodes, users.
package install

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
)

// patience is how long an object may be refused for a reason that passes: its
// kind is not served yet, the namespace's service account is not there yet.
const patience = 60 * time.Second

// Applier applies objects server-side.
type Applier struct {
	client dynamic.Interface
	mapper *restmapper.DeferredDiscoveryRESTMapper
	owner  string
}

// NewApplier returns an applier whose field manager is owner.
func NewApplier(cfg *rest.Config, owner string) (*Applier, error) {
	cfg = rest.CopyConfig(cfg)
	cfg.QPS, cfg.Burst = 500, 500
	client, err := dynamic.NewForConfig(cfg)
	if err != nil {
		return nil, err
	}
	disco, err := discovery.NewDiscoveryClientForConfig(cfg)
	if err != nil {
		return nil, err
	}
	return &Applier{client, restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(disco)), owner}, nil
}

// All applies objects side by side; they must not depend on each other for more
// than the patience covers.
func (a *Applier) All(ctx context.Context, objects []*unstructured.Unstructured) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(8)
	for _, o := range objects {
		g.Go(func() error { return a.one(ctx, o) })
	}
	return g.Wait()
}

func (a *Applier) one(ctx context.Context, o *unstructured.Unstructured) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		err := a.try(ctx, o)
		if err == nil {
			return nil
		}
		if isFinal(err) {
			return describe(o, err)
		}
		select {
		case <-ctx.Done():
			return describe(o, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func describe(o *unstructured.Unstructured, err error) error {
	return fmt.Errorf("apply %s %s: %w", o.GetKind(), o.GetName(), err)
}

// isFinal says that trying again will not help.
func isFinal(err error) bool {
	return apierrors.IsInvalid(err) || apierrors.IsBadRequest(err) || errors.Is(err, errNoNamespace)
}

var errNoNamespace = errors.New("metadata.namespace is missing")

func (a *Applier) try(ctx context.Context, o *unstructured.Unstructured) error {
	gvk := o.GroupVersionKind()
	m, err := a.mapper.RESTMapping(gvk.GroupKind(), gvk.Version)
	if err != nil {
		a.mapper.Reset()
		return err
	}
	var r dynamic.ResourceInterface = a.client.Resource(m.Resource)
	if m.Scope.Name() == meta.RESTScopeNameNamespace {
		if o.GetNamespace() == "" {
			return errNoNamespace
		}
		r = a.client.Resource(m.Resource).Namespace(o.GetNamespace())
	}
	body, err := json.Marshal(o.Object)
	if err != nil {
		return err
	}
	force := true
	_, err = r.Patch(ctx, o.GetName(), types.ApplyPatchType, body, metav1.PatchOptions{FieldManager: a.owner, Force: &force})
	return err
}

// toUnstructured turns a typed object into one that can be applied: without
// status and without the empty creation time that typed objects marshal to.
func toUnstructured(object any) (*unstructured.Unstructured, error) {
	b, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	u := &unstructured.Unstructured{}
	if err := json.Unmarshal(b, &u.Object); err != nil {
		return nil, err
	}
	unstructured.RemoveNestedField(u.Object, "status")
	unstructured.RemoveNestedField(u.Object, "metadata", "creationTimestamp")
	return u, nil
}
