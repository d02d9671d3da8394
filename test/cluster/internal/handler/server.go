// Package handler serves the calls that virt-api makes to a node's virt-handler.
// Of those only pause and unpause need no guest.
package handler

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/util/retry"
	virtv1 "kubevirt.io/api/core/v1"
	"kubevirt.io/client-go/kubecli"

	"expose-vm/test/cluster/internal/guest"
	"expose-vm/test/cluster/internal/mutualtls"
)

// Server listens for all nodes on one address: the pods that stand for
// virt-handler all have it, and virt-api knows one port for all.
type Server struct {
	// Client signs in as virt-handler's service account, which may update VMIs
	// and watch them, but not get one.
	Client kubecli.KubevirtClient
	// Guests are the watched VMIs.
	Guests guest.Lister
	Port   int
	// Files: virt-api proves itself by a certificate of the CA.
	Files mutualtls.Files
}

// Run serves until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	if err := mutualtls.Serve(ctx, s.Port, s.routes(), s.Files); err != nil {
		return fmt.Errorf("virt-handler stand-in: %w", err)
	}
	return nil
}

// routes are the paths of client-go's kubecli/handler.go.
func (s *Server) routes() http.Handler {
	const vmi = "PUT /v1/namespaces/{namespace}/virtualmachineinstances/{name}/"
	mux := http.NewServeMux()
	mux.HandleFunc(vmi+"pause", s.change(pause))
	mux.HandleFunc(vmi+"unpause", s.change(unpause))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "the node stand-in runs no guest: "+r.URL.Path, http.StatusNotImplemented)
	})
	return mux
}

// catchUp gives the watch time to bring what a conflict was about.
var catchUp = wait.Backoff{Duration: 20 * time.Millisecond, Factor: 1.5, Steps: 10}

// change edits the VMI's status; virt-controller then sets the pod's readiness
// gate, and the endpoint follows.
func (s *Server) change(edit func(*virtv1.VirtualMachineInstance)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		namespace, name := r.PathValue("namespace"), r.PathValue("name")
		err := retry.RetryOnConflict(catchUp, func() error {
			vmi := s.Guests.Get(namespace + "/" + name)
			if vmi == nil {
				return fmt.Errorf("there is no VMI %s/%s", namespace, name)
			}
			vmi = vmi.DeepCopy()
			edit(vmi)
			_, err := s.Client.VirtualMachineInstance(namespace).Update(r.Context(), vmi, metav1.UpdateOptions{})
			return err
		})
		if err != nil {
			log.Printf("%s: %v", r.URL.Path, err)
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	}
}

// pause and unpause write the condition as virt-handler does (pkg/virt-handler/vm.go, calculatePausedCondition).
func pause(vmi *virtv1.VirtualMachineInstance) {
	unpause(vmi)
	now := metav1.Now()
	vmi.Status.Conditions = append(vmi.Status.Conditions, virtv1.VirtualMachineInstanceCondition{
		Type: virtv1.VirtualMachineInstancePaused, Status: corev1.ConditionTrue, LastProbeTime: now, LastTransitionTime: now,
		Reason: "PausedByUser", Message: "VMI was paused by user"})
}

func unpause(vmi *virtv1.VirtualMachineInstance) {
	var others []virtv1.VirtualMachineInstanceCondition
	for _, c := range vmi.Status.Conditions {
		if c.Type != virtv1.VirtualMachineInstancePaused {
			others = append(others, c)
		}
	}
	vmi.Status.Conditions = others
}
