package kubelet

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// newProbedPod runs a pod with this probe; what is dialled gets to the address behind reach,
// and is refused while that is nil. It returns the keys of pods whose readiness has changed.
func newProbedPod(t *testing.T, probe corev1.Probe, reach *atomic.Pointer[string]) (*Kubelet, *corev1.Pod, func() bool) {
	t.Helper()
	k, r := newKubelet(t)
	changed := make(chan string, 10)
	k.Probes = &Probes{Changed: func(key string) { changed <- key }, Dial: func(ctx context.Context, node, address string) (net.Conn, error) {
		if node != "node1" || address != "10.8.0.2:8080" {
			return nil, errors.New("no such place: " + node + " " + address)
		}
		if to := reach.Load(); to != nil {
			return (&net.Dialer{}).DialContext(ctx, "tcp", *to)
		}
		return nil, errors.New("connection refused")
	}}
	t.Cleanup(func() { k.Probes.forget("ns/p") })
	p := newPod(time.Now())
	probe.PeriodSeconds, probe.TimeoutSeconds, probe.SuccessThreshold, probe.FailureThreshold = 1, 1, 1, 1
	p.Spec.Containers[0].ReadinessProbe = &probe
	p.Spec.Containers[0].Ports = []corev1.ContainerPort{{Name: "http", ContainerPort: 8080}}
	advance(t, k, p, r, time.Now())
	return k, p, func() bool {
		select {
		case key := <-changed:
			if key != "ns/p" {
				t.Errorf("key %s", key)
			}
		case <-time.After(5 * time.Second):
			t.Fatal("its readiness does not change")
		}
		if ok, _ := advance(t, k, p, r, time.Now()); !ok {
			t.Error("the change was not seen")
		}
		return condition(p, corev1.PodReady).Status == corev1.ConditionTrue && p.Status.ContainerStatuses[0].Ready
	}
}

func TestAContainerIsReadyOnceItsProbeIsAnswered(t *testing.T) {
	status := atomic.Int32{}
	status.Store(http.StatusFound)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/healthz" || r.Host != "guest" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.WriteHeader(int(status.Load()))
	}))
	defer server.Close()
	address := server.Listener.Addr().String()
	get := &corev1.HTTPGetAction{Path: "/healthz", Port: intstr.FromString("http"), Scheme: corev1.URISchemeHTTP,
		HTTPHeaders: []corev1.HTTPHeader{{Name: "Host", Value: "guest"}}}
	for name, handler := range map[string]corev1.ProbeHandler{
		"tcpSocket": {TCPSocket: &corev1.TCPSocketAction{Port: intstr.FromInt32(8080)}},
		"httpGet":   {HTTPGet: get},
	} {
		t.Run(name, func(t *testing.T) {
			var reach atomic.Pointer[string]
			_, p, becomesReady := newProbedPod(t, corev1.Probe{ProbeHandler: handler}, &reach)
			if c := condition(p, corev1.PodReady); c.Status != corev1.ConditionFalse || c.Reason != "ContainersNotReady" || p.Status.ContainerStatuses[0].Ready {
				t.Errorf("before it answers: %+v", c)
			}
			reach.Store(&address)
			if !becomesReady() {
				t.Errorf("it answers: %+v", p.Status.Conditions)
			}
			if handler.HTTPGet != nil {
				status.Store(http.StatusServiceUnavailable)
				defer status.Store(http.StatusFound)
			} else {
				reach.Store(nil)
			}
			if becomesReady() {
				t.Errorf("it answers no longer: %+v", p.Status.Conditions)
			}
		})
	}
}

func TestAProbeOfAPortWithoutANumberFails(t *testing.T) {
	p := newPod(time.Now())
	p.Status.PodIP = "10.8.0.2"
	if address, err := addressOf(p, &p.Spec.Containers[0], "", intstr.FromString("http")); err == nil {
		t.Errorf("%s", address)
	}
	if address, _ := addressOf(p, &p.Spec.Containers[0], "198.51.100.7", intstr.FromInt32(80)); address != "198.51.100.7:80" {
		t.Errorf("%s", address)
	}
}

func TestWithoutADataPathAndWithOtherProbesContainersAreReady(t *testing.T) {
	k, r := newKubelet(t)
	now := time.Now()
	p := newPod(now)
	p.Spec.Containers[0].ReadinessProbe = &corev1.Probe{ProbeHandler: corev1.ProbeHandler{TCPSocket: &corev1.TCPSocketAction{}}}
	advance(t, k, p, r, now)
	if condition(p, corev1.PodReady).Status != corev1.ConditionTrue {
		t.Errorf("%+v", p.Status.Conditions)
	}
	var reach atomic.Pointer[string]
	_, p, _ = newProbedPod(t, corev1.Probe{ProbeHandler: corev1.ProbeHandler{Exec: &corev1.ExecAction{Command: []string{"true"}}}}, &reach)
	if condition(p, corev1.PodReady).Status != corev1.ConditionTrue {
		t.Errorf("%+v", p.Status.Conditions)
	}
}
