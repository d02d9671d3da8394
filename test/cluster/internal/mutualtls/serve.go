// Package mutualtls is a server on loopback for clients with a certificate of the cluster's CA.
package mutualtls

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"
)

// Files are the paths of certificates and a key.
type Files struct{ CA, Cert, Key string }

// Serve serves on the port until ctx ends.
func Serve(ctx context.Context, port int, handler http.Handler, files Files) error {
	pem, err := os.ReadFile(files.CA)
	if err != nil {
		return err
	}
	clients := x509.NewCertPool()
	clients.AppendCertsFromPEM(pem)
	server := &http.Server{
		Addr: fmt.Sprintf("127.0.0.1:%d", port), Handler: handler, ReadHeaderTimeout: 5 * time.Second,
		TLSConfig: &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: clients, MinVersion: tls.VersionTLS12},
	}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	if err := server.ListenAndServeTLS(files.Cert, files.Key); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
