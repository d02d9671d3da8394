package kubelet

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// Probes asks readiness probes as a kubelet does: from the pod's node, and a container
// counts as not ready until its probe has succeeded. Where there is no data path, and
// for exec and gRPC, nothing can be asked, and the container is ready.
type Probes struct {
	// Dial connects from a node's network; nil where there is no data path.
	Dial func(ctx context.Context, node, address string) (net.Conn, error)
	// Changed hears the key of a pod in which a container's readiness has changed.
	Changed func(key string)

	mu   sync.Mutex
	pods map[types.UID]*probedPod
}

// probedPod is one pod with probes.
type probedPod struct {
	key  string
	stop context.CancelFunc
	// unready has the containers whose probe has not succeeded yet, or fails.
	unready map[string]bool
}

// unready starts the probes of a pod that has an address, once however often it is
// called, and returns the names of the containers that are not ready.
func (s *Probes) unready(p *corev1.Pod) map[string]bool {
	if s.Dial == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.pods[p.UID]
	if m == nil {
		ctx, stop := context.WithCancel(context.Background())
		m = &probedPod{key: owner(p), stop: stop, unready: map[string]bool{}}
		if s.pods == nil {
			s.pods = map[types.UID]*probedPod{}
		}
		s.pods[p.UID] = m
		for _, c := range p.Spec.Containers {
			if probe := c.ReadinessProbe; probe != nil && (probe.TCPSocket != nil || probe.HTTPGet != nil) {
				m.unready[c.Name] = true
				go s.watch(ctx, m, p.DeepCopy(), c.DeepCopy())
			}
		}
	}
	names := map[string]bool{}
	for name := range m.unready {
		names[name] = true
	}
	return names
}

// forget stops the probes of pods of this name.
func (s *Probes) forget(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for uid, m := range s.pods {
		if m.key == key {
			m.stop()
			delete(s.pods, uid)
		}
	}
}

// halt stops the probes of a pod that has ended.
func (s *Probes) halt(uid types.UID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.pods[uid]; m != nil {
		m.stop()
	}
}

// watch asks a container's probe until the pod ends. The API server has filled in the
// periods and thresholds.
func (s *Probes) watch(ctx context.Context, m *probedPod, p *corev1.Pod, c *corev1.Container) {
	probe := c.ReadinessProbe
	wait := time.Duration(probe.InitialDelaySeconds) * time.Second
	inARow, last := int32(0), false
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		isAnswered := s.ask(ctx, p, c) == nil
		if isAnswered != last {
			inARow = 0
		}
		inARow, last = inARow+1, isAnswered
		if isAnswered && inARow >= probe.SuccessThreshold || !isAnswered && inARow >= probe.FailureThreshold {
			s.set(m, c.Name, isAnswered)
		}
		wait = time.Duration(max(1, probe.PeriodSeconds)) * time.Second
	}
}

func (s *Probes) set(m *probedPod, container string, isReady bool) {
	s.mu.Lock()
	isNew := m.unready[container] == isReady
	if isReady {
		delete(m.unready, container)
	} else {
		m.unready[container] = true
	}
	s.mu.Unlock()
	if isNew {
		s.Changed(m.key)
	}
}

// ask makes one attempt: a connection, or a GET that is answered with 200 to 399.
func (s *Probes) ask(ctx context.Context, p *corev1.Pod, c *corev1.Container) error {
	probe := c.ReadinessProbe
	ctx, done := context.WithTimeout(ctx, time.Duration(max(1, probe.TimeoutSeconds))*time.Second)
	defer done()
	if t := probe.TCPSocket; t != nil {
		address, err := addressOf(p, c, t.Host, t.Port)
		if err != nil {
			return err
		}
		conn, err := s.Dial(ctx, p.Spec.NodeName, address)
		if err != nil {
			return err
		}
		return conn.Close()
	}
	return s.get(ctx, p, c, probe.HTTPGet)
}

func (s *Probes) get(ctx context.Context, p *corev1.Pod, c *corev1.Container, h *corev1.HTTPGetAction) error {
	address, err := addressOf(p, c, h.Host, h.Port)
	if err != nil {
		return err
	}
	url := fmt.Sprintf("%s://%s/%s", strings.ToLower(string(h.Scheme)), address, strings.TrimPrefix(h.Path, "/"))
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	for _, header := range h.HTTPHeaders {
		if strings.EqualFold(header.Name, "Host") {
			request.Host = header.Value
		}
		request.Header.Set(header.Name, header.Value)
	}
	client := http.Client{
		Transport: &http.Transport{
			DisableKeepAlives: true,
			TLSClientConfig:   &tls.Config{InsecureSkipVerify: true}, // a kubelet verifies no certificate either
			DialContext: func(ctx context.Context, _, address string) (net.Conn, error) {
				return s.Dial(ctx, p.Spec.NodeName, address)
			},
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	if err := response.Body.Close(); err != nil {
		return err
	}
	if response.StatusCode < 200 || response.StatusCode >= 400 {
		return errors.New(response.Status)
	}
	return nil
}

// addressOf is where a probe asks; a port may be the name of one of the container's.
func addressOf(p *corev1.Pod, c *corev1.Container, host string, port intstr.IntOrString) (string, error) {
	if host == "" {
		host = p.Status.PodIP
	}
	number := port.IntValue()
	if port.Type == intstr.String {
		for _, one := range c.Ports {
			if one.Name == port.StrVal {
				number = int(one.ContainerPort)
			}
		}
	}
	if number == 0 {
		return "", fmt.Errorf("container %s has no port %s", c.Name, port.String())
	}
	return net.JoinHostPort(host, strconv.Itoa(number)), nil
}
