// Package reconcile runs a function for each object that changes, one run at a
// time per object, again after an error or when the function asks for it.
package reconcile

import (
	"context"
	"errors"
	"log"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/util/workqueue"
)

// Func brings one object nearer to what it should be. key is namespace/name. A
// duration above zero asks for another run after it, changes or not.
type Func func(ctx context.Context, key string) (time.Duration, error)

// Loop is a queue of keys and the function that works on them.
type Loop struct {
	name  string
	do    Func
	queue workqueue.TypedRateLimitingInterface[string]
}

// New returns a loop; name is for the log.
func New(name string, do Func) *Loop {
	limiter := workqueue.NewTypedItemExponentialFailureRateLimiter[string](5*time.Millisecond, 5*time.Second)
	return &Loop{name, do, workqueue.NewTypedRateLimitingQueue(limiter)}
}

// Watch queues every object of the informer when it comes, changes or goes.
// keysOf may map it to the keys of others; nil means its own.
func (l *Loop) Watch(informer cache.SharedIndexInformer, keysOf func(any) []string) error {
	if keysOf == nil {
		keysOf = func(o any) []string {
			key, err := cache.MetaNamespaceKeyFunc(o)
			if err != nil {
				return nil
			}
			return []string{key}
		}
	}
	add := func(o any) {
		if gone, ok := o.(cache.DeletedFinalStateUnknown); ok {
			o = gone.Obj
		}
		for _, key := range keysOf(o) {
			l.queue.Add(key)
		}
	}
	_, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: add, UpdateFunc: func(_, o any) { add(o) }, DeleteFunc: add})
	return err
}

// Add queues one key.
func (l *Loop) Add(key string) { l.queue.Add(key) }

// Run works with some goroutines until ctx ends. The informers must have synced.
func (l *Loop) Run(ctx context.Context, workers int) {
	for range workers {
		go func() {
			for l.next(ctx) {
			}
		}()
	}
	<-ctx.Done()
	l.queue.ShutDown()
}

func (l *Loop) next(ctx context.Context) bool {
	key, quit := l.queue.Get()
	if quit {
		return false
	}
	defer l.queue.Done(key)
	again, err := l.do(ctx, key)
	switch {
	case err != nil:
		// A conflict only says that the cache was behind; the run after it will do.
		if !apierrors.IsConflict(err) && !errors.Is(err, context.Canceled) {
			log.Printf("%s %s: %v", l.name, key, err)
		}
		l.queue.AddRateLimited(key)
	case again > 0:
		l.queue.Forget(key)
		l.queue.AddAfter(key, again)
	default:
		l.queue.Forget(key)
	}
	return true
}
