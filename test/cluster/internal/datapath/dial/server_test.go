package dial

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http/httptest"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// scripted places: what a dial from each of them gives.
type scripted map[string]func(ctx context.Context, network, address string) (net.Conn, error)

func (s scripted) Find(where string) (Place, error) {
	if s[where] == nil {
		return nil, fmt.Errorf("%w: %s", ErrNoPlace, where)
	}
	return scriptedPlace{s[where]}, nil
}

func (s scripted) List() []string { return []string{"node/node1", "outside"} }

type scriptedPlace struct {
	dial func(ctx context.Context, network, address string) (net.Conn, error)
}

func (p scriptedPlace) Dial(ctx context.Context, network, address string, _ time.Duration) (net.Conn, error) {
	return p.dial(ctx, network, address)
}

func fails(err error) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) { return nil, err }
}

// serves reads a request and says text, or closes immediately when that is "", or never
// answers when it is "...".
func serves(text string) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go func() {
			_, _ = server.Read(make([]byte, 1024))
			if text == "..." {
				return
			}
			_, _ = server.Write([]byte(text))
			server.Close()
		}()
		return client, nil
	}
}

func post(t *testing.T, s *Server, body string) (int, map[string]any) {
	t.Helper()
	w := httptest.NewRecorder()
	s.Routes().ServeHTTP(w, httptest.NewRequest("POST", "/dial", strings.NewReader(body)))
	answer := map[string]any{}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%s: %v", w.Body, err)
	}
	return w.Code, answer
}

func request(from, network, address string) string {
	return fmt.Sprintf(`{"from":%q,"network":%q,"address":%q,"timeoutMilliseconds":200}`, from, network, address)
}

func TestTheOutcomeOfAnAttempt(t *testing.T) {
	op := func(err error) error { return &net.OpError{Op: "dial", Err: err} }
	for _, c := range []struct {
		dial            func(context.Context, string, string) (net.Conn, error)
		outcome, answer string
	}{
		{serves("HTTP/1.0 200 OK\r\n\r\nhello\n"), Answered, "hello\n"},
		{serves("no page"), Answered, "no page"},
		{serves(""), Refused, ""},
		{serves("..."), TimedOut, ""},
		{fails(op(syscall.ECONNREFUSED)), Refused, ""},
		{fails(op(syscall.ECONNRESET)), Refused, ""},
		{fails(op(syscall.ETIMEDOUT)), TimedOut, ""},
		{fails(context.DeadlineExceeded), TimedOut, ""},
		{fails(op(syscall.ENETUNREACH)), Unreachable, ""},
		{fails(op(syscall.EHOSTUNREACH)), Unreachable, ""},
	} {
		code, answer := post(t, NewServer(scripted{"outside": c.dial}), request("outside", "tcp", "10.8.0.2:80"))
		_, isTimed := answer["milliseconds"].(float64)
		if code != 200 || answer["outcome"] != c.outcome || answer["answer"] != c.answer || !isTimed || (answer["error"] == "") != (c.outcome == Answered) {
			t.Errorf("want %s %q: %d %v", c.outcome, c.answer, code, answer)
		}
	}
}

func TestANameIsLookedUpInThePodsDomainsAtTheClustersServer(t *testing.T) {
	var mu sync.Mutex
	asked := map[string]bool{}
	s := NewServer(scripted{"pod/ns/client": func(_ context.Context, network, address string) (net.Conn, error) {
		mu.Lock()
		defer mu.Unlock()
		asked[network+" "+address] = true
		return nil, errors.New("no DNS here")
	}})
	if code, answer := post(t, s, request("pod/ns/client", "tcp", "web:80")); code != 200 || answer["outcome"] == Answered {
		t.Errorf("%d %v", code, answer)
	}
	mu.Lock()
	defer mu.Unlock()
	if !asked["udp 172.30.0.10:53"] {
		t.Errorf("asked %v", asked)
	}
	if have := searchOf("guest/ns/pod"); len(have) != 3 || have[0] != "ns.svc.cluster.local" || searchOf("node/node1") != nil {
		t.Errorf("searches %v", have)
	}
}

func TestABadRequestIsTheClients(t *testing.T) {
	s := NewServer(scripted{"outside": serves("hello")})
	for body, want := range map[string]string{
		"":         "no request",
		"nonsense": "no request",
		`{"from":"outside","network":"tcp","address":"10.8.0.2:80","timeoutMilliseconds":1,"more":1}`: "unknown field",
		request("", "tcp", "10.8.0.2:80"):                                                        "from",
		request("inside", "tcp", "10.8.0.2:80"):                                                  "from",
		request("pod/ns", "tcp", "10.8.0.2:80"):                                                  "from",
		request("pod//name", "tcp", "10.8.0.2:80"):                                               "from",
		request("outside", "sctp", "10.8.0.2:80"):                                                "network",
		request("outside", "tcp", "10.8.0.2"):                                                    "address",
		request("outside", "tcp", ":80"):                                                         "address",
		request("outside", "udp", "10.8.0.2:0"):                                                  "address",
		request("outside", "udp", "10.8.0.2:http"):                                               "address",
		request("outside", "dns", ""):                                                            "address",
		`{"from":"outside","network":"tcp","address":"10.8.0.2:80"}`:                             "timeoutMilliseconds",
		`{"from":"outside","network":"tcp","address":"10.8.0.2:80","timeoutMilliseconds":60001}`: "timeoutMilliseconds",
	} {
		if code, answer := post(t, s, body); code != 400 || !strings.Contains(fmt.Sprint(answer["error"]), want) {
			t.Errorf("%s: %d %v, want %s", body, code, answer, want)
		}
	}
	if code, answer := post(t, s, request("pod/ns/gone", "tcp", "10.8.0.2:80")); code != 404 || !strings.Contains(fmt.Sprint(answer["error"]), "no such place: pod/ns/gone") {
		t.Errorf("%d %v", code, answer)
	}
}

func TestMoreThanTheMostAreTurnedAwayAndTheRestIsServed(t *testing.T) {
	release := make(chan struct{})
	s := NewServer(scripted{"outside": func(ctx context.Context, _, _ string) (net.Conn, error) {
		<-release
		return nil, syscall.ECONNREFUSED
	}})
	ask := request("outside", "tcp", "10.8.0.2:80")
	codes := make(chan int, most)
	for range most {
		go func() { code, _ := post(t, s, ask); codes <- code }()
	}
	for len(s.slots) < most {
		time.Sleep(time.Millisecond)
	}
	if code, answer := post(t, s, ask); code != 503 || !strings.Contains(fmt.Sprint(answer["error"]), "256 attempts") {
		t.Errorf("%d %v", code, answer)
	}
	close(release)
	for range most {
		if code := <-codes; code != 200 {
			t.Errorf("%d", code)
		}
	}
	if code, _ := post(t, s, ask); code != 200 {
		t.Errorf("afterwards: %d", code)
	}
}

func TestTheSocketListsThePlacesAndAnswersAsk(t *testing.T) {
	path := t.TempDir() + "/s"
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- NewServer(scripted{"outside": serves("hello")}).Serve(ctx, path) }()
	var places []string
	var err error
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if places, err = AskPlaces(t.Context(), path); err == nil {
			break
		}
	}
	if err != nil || fmt.Sprint(places) != "[node/node1 outside]" {
		t.Errorf("%v %v", places, err)
	}
	r := Request{From: "outside", Network: "tcp", Address: "10.8.0.2:80", TimeoutMilliseconds: 1000}
	if have, err := Ask(t.Context(), path, r); err != nil || have.Answer != "hello" {
		t.Errorf("%v %v", have, err)
	}
	r.From = "node/none"
	if _, err := Ask(t.Context(), path, r); err == nil || !strings.HasPrefix(err.Error(), "404: no such place") {
		t.Error(err)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
