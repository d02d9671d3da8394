package kubelet

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"

	"expose-vm/test/cluster/internal/address"
	"expose-vm/test/cluster/internal/sandbox"
)

// newTestPod runs a pod whose command is the function, until that has ended unless it waits for ctx.
func newTestPod(t *testing.T, do func(context.Context, sandbox.Command) (int, error)) (*Kubelet, *corev1.Pod, *address.Pool, <-chan string) {
	t.Helper()
	k, r := newKubelet(t)
	ended := make(chan string, 1)
	k.Commands = &Commands{Run: do, Ended: func(key string) { ended <- key }}
	p := newPod(time.Now())
	p.Labels = map[string]string{"expose-vm/test": ""}
	p.Spec.Containers[0].Command, p.Spec.Containers[0].Args = []string{"bash", "-c"}, []string{"exit 3"}
	if changed, _ := advance(t, k, p, r, time.Now()); !changed || p.Status.Phase != corev1.PodRunning {
		t.Fatalf("%s", p.Status.Phase)
	}
	return k, p, r, ended
}

func TestTheEndOfACommandIsThePods(t *testing.T) {
	for _, c := range []struct {
		code           int
		err            error
		phase          corev1.PodPhase
		reason, podWhy string
		want           int32
	}{
		{0, nil, corev1.PodSucceeded, "Completed", "", 0},
		{3, nil, corev1.PodFailed, "Error", "", 3},
		{0, fmt.Errorf("%w: no such file", sandbox.ErrNotStarted), corev1.PodFailed, "StartError", "", 128},
		{0, errors.New("no namespaces"), corev1.PodFailed, "CannotRunCommands", "CannotRunCommands", 128},
	} {
		var got sandbox.Command
		k, p, r, ended := newTestPod(t, func(_ context.Context, s sandbox.Command) (int, error) { got = s; return c.code, c.err })
		if key := <-ended; key != "ns/p" {
			t.Errorf("key %s", key)
		}
		if changed, _ := advance(t, k, p, r, time.Now()); !changed {
			t.Fatal("the end was not seen")
		}
		s := p.Status.ContainerStatuses[0].State.Terminated
		if p.Status.Phase != c.phase || p.Status.Reason != c.podWhy || s == nil || s.Reason != c.reason || s.ExitCode != c.want {
			t.Errorf("%d %v: %s %s %+v", c.code, c.err, p.Status.Phase, p.Status.Reason, s)
		}
		if !slices.Equal(got.Line, []string{"bash", "-c", "exit 3"}) || got.UID != sandbox.Nobody || got.Search[0] != "ns.svc.cluster.local" {
			t.Errorf("ran %+v", got)
		}
	}
}

func untilStopped(ctx context.Context, c sandbox.Command) (int, error) {
	fmt.Fprint(c.Output, "one\ntwo\nthree\n")
	<-ctx.Done()
	return 137, nil
}

func TestTheDeadlineStopsACommand(t *testing.T) {
	k, p, r, ended := newTestPod(t, untilStopped)
	seconds := int64(5)
	p.Spec.ActiveDeadlineSeconds = &seconds
	if changed, again := advance(t, k, p, r, time.Now()); changed || again <= 0 {
		t.Errorf("changed %v, again in %v", changed, again)
	}
	advance(t, k, p, r, time.Now().Add(6*time.Second))
	<-ended
	if p.Status.Reason != "DeadlineExceeded" || p.Status.ContainerStatuses[0].State.Terminated.ExitCode != 137 {
		t.Errorf("%s %+v", p.Status.Reason, p.Status.ContainerStatuses)
	}
}

func TestACommandThatThisProcessDidNotStartIsLost(t *testing.T) {
	k, p, r, ended := newTestPod(t, untilStopped)
	k.Commands.forget("ns/p")
	<-ended
	advance(t, k, p, r, time.Now())
	if p.Status.Phase != corev1.PodFailed || p.Status.Reason != "NodeRestarted" {
		t.Errorf("%s %s", p.Status.Phase, p.Status.Reason)
	}
}

func TestOnlyMarkedPodsWithOneCommandAreRun(t *testing.T) {
	p := newPod(time.Now())
	p.Spec.Containers[0].Command = []string{"true"}
	if isRun(p) {
		t.Error("without the label")
	}
	p.Labels = map[string]string{"expose-vm/test": "backend"}
	if !isRun(p) {
		t.Error("not run")
	}
	p.Spec.Containers = append(p.Spec.Containers, corev1.Container{Name: "other"})
	if isRun(p) {
		t.Error("with two containers")
	}
}

func TestRootIsNotGiven(t *testing.T) {
	p := newPod(time.Now())
	user := func(id int64) *int64 { return &id }
	p.Spec.SecurityContext = &corev1.PodSecurityContext{RunAsUser: user(0)}
	if userOf(p) != sandbox.Nobody {
		t.Error(userOf(p))
	}
	p.Spec.Containers[0].SecurityContext = &corev1.SecurityContext{RunAsUser: user(1001)}
	if userOf(p) != 1001 {
		t.Error(userOf(p))
	}
}

func TestTheLogIsServed(t *testing.T) {
	k, p, _, ended := newTestPod(t, untilStopped)
	pods := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
	if err := pods.Add(p); err != nil {
		t.Fatal(err)
	}
	k.Pods = corelisters.NewPodLister(pods)
	for len(k.Commands.of(p.UID).output.Bytes()) == 0 {
		time.Sleep(time.Millisecond)
	}
	get := func(path string) (int, string) {
		w := httptest.NewRecorder()
		k.Routes().ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		return w.Code, w.Body.String()
	}
	for path, want := range map[string]string{
		"/containerLogs/ns/p/c":                          "one\ntwo\nthree\n",
		"/containerLogs/ns/p/c?tailLines=1&stream=All":   "three\n",
		"/containerLogs/ns/p/c?tailLines=0":              "",
		"/containerLogs/ns/p/c?tailLines=9&limitBytes=5": "one\nt",
	} {
		if code, text := get(path); code != 200 || text != want {
			t.Errorf("%s: %d %q", path, code, text)
		}
	}
	for path, want := range map[string]int{"/containerLogs/ns/p/other": 404, "/containerLogs/ns/gone/c": 404, "/exec/ns/p/c": 501} {
		if code, text := get(path); code != want {
			t.Errorf("%s: %d %s", path, code, text)
		}
	}
	time.AfterFunc(50*time.Millisecond, func() { k.Commands.halt(p.UID) })
	if code, text := get("/containerLogs/ns/p/c?follow=true"); code != 200 || text != "one\ntwo\nthree\n" {
		t.Errorf("followed: %d %q", code, text)
	}
	<-ended
}

func TestACommandIsRunInItsPodsNetworkWhereThePodHasOne(t *testing.T) {
	inside := false
	var hasNetwork bool
	c := &Commands{Ended: func(string) {}, Within: func(uid types.UID) func(func() error) error {
		if !hasNetwork || uid != "u" {
			return nil
		}
		return func(start func() error) error { inside = true; return start() }
	}}
	ran := make(chan sandbox.Command, 1)
	c.Run = func(_ context.Context, s sandbox.Command) (int, error) { ran <- s; return 0, nil }
	for _, hasNetwork = range []bool{true, false} {
		p := newPod(time.Now())
		p.Spec.Containers[0].Command = []string{"true"}
		c.start(p)
		command := <-ran
		if hasNetwork != (command.Nameserver == "172.30.0.10") || hasNetwork != (command.Within != nil) {
			t.Errorf("%v: %+v", hasNetwork, command)
		}
		if hasNetwork {
			if err := command.Within(func() error { return nil }); err != nil || !inside {
				t.Errorf("inside %v, %v", inside, err)
			}
		}
		c.forget("ns/p")
	}
}
