package kubelet

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
)

// Routes is the kubelet's API as far as kube-apiserver's pods/log needs it.
func (k *Kubelet) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /containerLogs/{namespace}/{pod}/{container}", k.serveLog)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "the node stand-in serves logs only: "+r.URL.Path, http.StatusNotImplemented)
	})
	return mux
}

// serveLog knows the parameters follow, tailLines and limitBytes; others change nothing.
func (k *Kubelet) serveLog(w http.ResponseWriter, r *http.Request) {
	pod, err := k.Pods.Pods(r.PathValue("namespace")).Get(r.PathValue("pod"))
	if apierrors.IsNotFound(err) {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	run := k.Commands.of(pod.UID)
	if run == nil || pod.Spec.Containers[0].Name != r.PathValue("container") {
		http.Error(w, fmt.Sprintf("the node stand-in runs no command for container %q of pod %q", r.PathValue("container"), pod.Name), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	if r.URL.Query().Get("follow") == "true" {
		followLog(r.Context(), w, run)
		return
	}
	text := tail(run.output.Bytes(), r.URL.Query().Get("tailLines"))
	if limit, err := strconv.Atoi(r.URL.Query().Get("limitBytes")); err == nil && limit < len(text) {
		text = text[:limit]
	}
	_, _ = w.Write(text) // the reader may have gone
}

// followLog writes what comes until the command ends or the reader goes.
func followLog(ctx context.Context, w http.ResponseWriter, run *commandRun) {
	sent := 0
	for ended := false; ; {
		text := run.output.Bytes()
		if _, err := w.Write(text[sent:]); err != nil {
			return
		}
		sent = len(text)
		_ = http.NewResponseController(w).Flush()
		if ended {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-run.done:
			ended = true
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// tail is the last lines of the text; all of it when the number is none.
func tail(text []byte, lines string) []byte {
	n, err := strconv.Atoi(lines)
	if err != nil {
		return text
	}
	all := bytes.SplitAfter(text, []byte("\n"))
	if last := len(all) - 1; len(all[last]) == 0 {
		all = all[:last]
	}
	return bytes.Join(all[max(0, len(all)-n):], nil)
}
