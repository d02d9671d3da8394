package dial

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
)

// Ask makes one attempt through the socket.
func Ask(ctx context.Context, socket string, r Request) (Result, error) {
	var result Result
	body, err := json.Marshal(r)
	if err != nil {
		return result, err
	}
	err = call(ctx, socket, http.MethodPost, "/dial", bytes.NewReader(body), &result)
	return result, err
}

// AskPlaces lists the places there are.
func AskPlaces(ctx context.Context, socket string) ([]string, error) {
	var places []string
	err := call(ctx, socket, http.MethodGet, "/places", nil, &places)
	return places, err
}

func call(ctx context.Context, socket, method, path string, body io.Reader, answer any) error {
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", socket)
	}}}
	request, err := http.NewRequestWithContext(ctx, method, "http://data-path"+path, body)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		var refused struct{ Error string }
		if err := json.NewDecoder(response.Body).Decode(&refused); err != nil {
			return err
		}
		return fmt.Errorf("%d: %w", response.StatusCode, errors.New(refused.Error))
	}
	return json.NewDecoder(response.Body).Decode(answer)
}
