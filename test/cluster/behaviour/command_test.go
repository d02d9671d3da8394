package behaviour

import (
	"fmt"
	"strings"
	"testing"
	"time"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	virtv1 "kubevirt.io/api/core/v1"
)

// needsCommands skips the test where the system lets no command run, and says why.
func needsCommands(t *testing.T) {
	t.Helper()
	if !local.RunsCommands {
		t.Skipf("the cluster runs no commands here: %s", local.WhyNot)
	}
}

// newProbe creates a Job as the product's is, in a namespace that enforces restricted pod security.
func newProbe(t *testing.T, ns, script string, change ...func(*batchv1.JobSpec)) {
	t.Helper()
	_, err := as(t, "admin").CoreV1().Namespaces().Patch(t.Context(), ns, "application/merge-patch+json",
		[]byte(`{"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"restricted"}}}`), metav1.PatchOptions{})
	if err != nil {
		t.Fatal(err)
	}
	yes, no, never, deadline, ttl := true, false, int32(0), int64(60), int32(60)
	job := &batchv1.Job{ObjectMeta: metav1.ObjectMeta{Name: "probe"}, Spec: batchv1.JobSpec{
		BackoffLimit: &never, ActiveDeadlineSeconds: &deadline, TTLSecondsAfterFinished: &ttl,
		Template: corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{"expose-vm/test": "backend"}},
			Spec: corev1.PodSpec{RestartPolicy: corev1.RestartPolicyNever, AutomountServiceAccountToken: &no,
				SecurityContext: &corev1.PodSecurityContext{RunAsNonRoot: &yes, SeccompProfile: &corev1.SeccompProfile{Type: corev1.SeccompProfileTypeRuntimeDefault}},
				Containers: []corev1.Container{{Name: "probe", Image: "toolbox", Command: []string{"bash", "-c", script},
					SecurityContext: &corev1.SecurityContext{AllowPrivilegeEscalation: &no, Capabilities: &corev1.Capabilities{Drop: []corev1.Capability{"ALL"}}}}}}}}}
	for _, c := range change {
		c(&job.Spec)
	}
	if _, err := as(t, "vm-admin").BatchV1().Jobs(ns).Create(t.Context(), job, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
}

// awaitProbe waits for the Job's condition and returns its one pod.
func awaitProbe(t *testing.T, ns string, want batchv1.JobConditionType) *corev1.Pod {
	t.Helper()
	eventually(t, "the Job is "+string(want), func() error {
		job, err := as(t, "vm-admin").BatchV1().Jobs(ns).Get(t.Context(), "probe", metav1.GetOptions{})
		if err != nil {
			return err
		}
		for _, c := range job.Status.Conditions {
			if c.Type == want && c.Status == corev1.ConditionTrue {
				return nil
			}
		}
		return fmt.Errorf("%+v", job.Status)
	})
	pods, err := as(t, "vm-admin").CoreV1().Pods(ns).List(t.Context(), metav1.ListOptions{LabelSelector: "job-name=probe"})
	if err != nil || len(pods.Items) != 1 {
		t.Fatalf("%d pods, %v", len(pods.Items), err)
	}
	return &pods.Items[0]
}

func logOf(t *testing.T, user, ns, pod string) (string, error) {
	t.Helper()
	b, err := as(t, user).CoreV1().Pods(ns).GetLogs(pod, &corev1.PodLogOptions{}).DoRaw(t.Context())
	return string(b), err
}

func exitCode(p *corev1.Pod) int32 {
	if s := p.Status.ContainerStatuses; len(s) == 1 && s[0].State.Terminated != nil {
		return s[0].State.Terminated.ExitCode
	}
	return -1
}

func TestACommandAsksTheClustersDNS(t *testing.T) {
	t.Parallel()
	needsCommands(t)
	ns := newNamespace(t)
	s := newService(t, ns, "backend", map[string]string{"tier": "backend"})
	full := "backend." + ns + ".svc.cluster.local"
	awaitDNS(t, full, s.Spec.ClusterIP)
	// Nothing is behind the Service: with a data path that is told, without one there is no way to it.
	why := "Connection refused"
	if local.DataPath.Socket == "" {
		why = "Network is unreachable"
	}
	newProbe(t, ns, `for name in backend backend.`+ns+` `+full+`; do echo "$name: $(getent hosts $name)"; done
getent hosts nothing; echo "nothing: $?"
timeout 3 bash -c ': </dev/tcp/`+s.Spec.ClusterIP+`/80'; echo "connect: $?"`)
	pod := awaitProbe(t, ns, batchv1.JobComplete)
	if pod.Status.Phase != corev1.PodSucceeded || exitCode(pod) != 0 {
		t.Errorf("%s, exit code %d", pod.Status.Phase, exitCode(pod))
	}
	text, err := logOf(t, "viewer", ns, pod.Name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Join(strings.Fields(text), " ")
	for _, name := range []string{"backend", "backend." + ns, full} {
		if want := name + ": " + s.Spec.ClusterIP + " " + full; !strings.Contains(lines, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	for _, want := range []string{"nothing: 2", "connect: 1", why} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	if _, err := logOf(t, "editor", ns, pod.Name); codeOf(err) != 403 {
		t.Errorf("the log for who may not read logs: %v", err)
	}
}

func TestACommandConnectsThroughItsPodsNetwork(t *testing.T) {
	t.Parallel()
	needsCommands(t)
	needsDataPath(t)
	ns := newNamespace(t)
	newVM(t, ns, "web", virtv1.RunStrategyAlways, listening("8080/tcp", web))
	newVM(t, ns, "paused", virtv1.RunStrategyAlways, listening("8080/tcp", map[string]string{"app": "paused"}))
	newService(t, ns, "web", web, withPorts(80, 8080, 81, 81))
	newService(t, ns, "paused", map[string]string{"app": "paused"}, func(s *corev1.Service) { s.Spec.PublishNotReadyAddresses = true })
	code, message := subresource(t, as(t, "vm-admin"), ns, "virtualmachineinstances", "paused", "pause", "", "{}")
	wantCode(t, "pause", code, message, 200)
	newClients(t, ns)
	reaches(t, "pod/"+ns+"/client-node1", "tcp", "web:80", "VM web")
	misses(t, "pod/"+ns+"/client-node1", "tcp", "paused:80")
	newProbe(t, ns, `grep nameserver /etc/resolv.conf
exec 3<>/dev/tcp/web/80 && printf 'GET / HTTP/1.0\r\n\r\n' >&3 && cat <&3; echo
timeout 3 bash -c ': </dev/tcp/web/81'; echo "refused: $?"
timeout 3 bash -c ': </dev/tcp/paused/80'; echo "timed out: $?"
timeout 3 bash -c ': </dev/tcp/127.0.0.1/10256'; echo "loopback: $?"`)
	pod := awaitProbe(t, ns, batchv1.JobComplete)
	text, err := logOf(t, "viewer", ns, pod.Name)
	for _, want := range []string{"nameserver 172.30.0.10\n", "HTTP/1.0 200 OK", "VM web in " + ns + " answers on ", " to " + pod.Status.PodIP + "\n",
		"/dev/tcp/web/81: Connection refused", "refused: 1", "timed out: 124", "loopback: 1"} {
		if err != nil || !strings.Contains(text, want) {
			t.Errorf("%q lacks %q, %v", text, want, err)
		}
	}
}

func TestACommandThatFailsFailsItsJobWhichGoesAfterItsTime(t *testing.T) {
	t.Parallel()
	needsCommands(t)
	ns, ttl := newNamespace(t), int32(3)
	newProbe(t, ns, "echo before; exit 7", func(s *batchv1.JobSpec) { s.TTLSecondsAfterFinished = &ttl })
	pod := awaitProbe(t, ns, batchv1.JobFailed)
	if pod.Status.Phase != corev1.PodFailed || exitCode(pod) != 7 {
		t.Errorf("%s, exit code %d", pod.Status.Phase, exitCode(pod))
	}
	if text, err := logOf(t, "vm-admin", ns, pod.Name); err != nil || text != "before\n" {
		t.Errorf("%q %v", text, err)
	}
	eventually(t, "the Job and its pod go", func() error {
		_, jobErr := as(t, "admin").BatchV1().Jobs(ns).Get(t.Context(), "probe", metav1.GetOptions{})
		_, podErr := as(t, "admin").CoreV1().Pods(ns).Get(t.Context(), pod.Name, metav1.GetOptions{})
		if !apierrors.IsNotFound(jobErr) || !apierrors.IsNotFound(podErr) {
			return fmt.Errorf("%v, %v", jobErr, podErr)
		}
		return nil
	})
}

func TestADeadlineKillsACommand(t *testing.T) {
	t.Parallel()
	needsCommands(t)
	for whose, set := range map[string]func(*batchv1.JobSpec, *int64){
		"pod": func(s *batchv1.JobSpec, d *int64) { s.Template.Spec.ActiveDeadlineSeconds = d },
		"Job": func(s *batchv1.JobSpec, d *int64) { s.ActiveDeadlineSeconds = d },
	} {
		ns, deadline, begin := newNamespace(t), int64(2), time.Now()
		newProbe(t, ns, "trap '' TERM; echo started; sleep 600", func(s *batchv1.JobSpec) { set(s, &deadline) })
		eventually(t, "the Job fails by the deadline of the "+whose, func() error {
			job, err := as(t, "vm-admin").BatchV1().Jobs(ns).Get(t.Context(), "probe", metav1.GetOptions{})
			if err == nil && job.Status.Failed != 1 {
				err = fmt.Errorf("%+v", job.Status)
			}
			return err
		})
		if took := time.Since(begin); took < time.Second {
			t.Errorf("%s: over after %v", whose, took)
		}
	}
}

// Pods without the label are as they were: they run, and have no log.
func TestOtherPodsCommandsAreNotRun(t *testing.T) {
	t.Parallel()
	ns := newNamespace(t)
	newProbe(t, ns, "exit 0", func(s *batchv1.JobSpec) { s.Template.Labels = nil })
	name := ""
	eventually(t, "the pod runs", func() error {
		pods, err := as(t, "admin").CoreV1().Pods(ns).List(t.Context(), metav1.ListOptions{FieldSelector: "status.phase=Running"})
		if err == nil && len(pods.Items) != 1 {
			return fmt.Errorf("%d run", len(pods.Items))
		}
		if err == nil {
			name = pods.Items[0].Name
		}
		return err
	})
	if _, err := logOf(t, "vm-admin", ns, name); codeOf(err) != 404 {
		t.Errorf("its log: %v, want 404", err)
	}
}
