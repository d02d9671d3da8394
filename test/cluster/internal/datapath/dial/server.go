package dial

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

// Places are those of the cluster.
type Places interface {
	// Find returns a place; the error of ErrNoPlace says why there is none.
	Find(where string) (Place, error)
	// List is sorted.
	List() []string
}

// ErrNoPlace: there is no such place, or it has no network.
var ErrNoPlace = errors.New("no such place")

// most is how many attempts may be under way.
const most = 256

// Server answers on the socket.
type Server struct {
	Places Places
	slots  chan struct{}
}

// NewServer returns a server.
func NewServer(p Places) *Server { return &Server{Places: p, slots: make(chan struct{}, most)} }

// Serve listens on a unix socket at path until ctx ends.
func (s *Server) Serve(ctx context.Context, path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return fmt.Errorf("socket of the data path: %w", err)
	}
	server := &http.Server{Handler: s.Routes(), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("socket of the data path: %w", err)
	}
	return nil
}

// Routes are POST /dial and GET /places.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /dial", s.dial)
	mux.HandleFunc("GET /places", func(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, s.Places.List()) })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, fmt.Errorf("%s %s is neither POST /dial nor GET /places", r.Method, r.URL.Path))
	})
	return mux
}

func (s *Server) dial(w http.ResponseWriter, r *http.Request) {
	request, err := read(r.Body)
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	place, err := s.Places.Find(request.From)
	if err != nil {
		refuse(w, http.StatusNotFound, err)
		return
	}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	default:
		refuse(w, http.StatusServiceUnavailable, fmt.Errorf("%d attempts are under way, which is the most", most))
		return
	}
	reply(w, http.StatusOK, try(r.Context(), place, searchOf(request.From), request))
}

// searchOf are the domains in which a pod looks names up, its guest as well.
func searchOf(where string) []string {
	parts := strings.Split(where, "/")
	if len(parts) != 3 {
		return nil
	}
	return Search(parts[1])
}

// Search are the search domains of pods in a namespace.
func Search(namespace string) []string {
	return []string{namespace + ".svc.cluster.local", "svc.cluster.local", "cluster.local"}
}

func refuse(w http.ResponseWriter, status int, err error) {
	reply(w, status, map[string]string{"error": err.Error()})
}

func reply(w http.ResponseWriter, status int, answer any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		log.Printf("socket of the data path: %v", err) // the client has gone
	}
}
