package pki

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"fmt"
	"os"
)

// doneFile is written last: a set that was cut short is made anew, as is one of
// before the list below grew. The name changes with the list.
const doneFile = "done-2"

// Ensure writes all certificates of a cluster unless they are there already.
// path gives the place of a file by its name.
func Ensure(path func(string) string) error {
	if _, err := os.Stat(path(doneFile)); err == nil {
		return nil
	}
	ca, err := newAuthority("expose-vm local cluster", path("ca.crt"))
	if err != nil {
		return fmt.Errorf("certificates: %w", err)
	}
	for _, c := range []struct {
		file, commonName string
		hosts            []string
	}{
		{"apiserver", "kube-apiserver", []string{"127.0.0.1", "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "172.30.0.1"}},
		// kube-apiserver calls webhooks and aggregated APIs by the Service's name.
		{"virt-api", "virt-api", []string{"127.0.0.1", "localhost", "virt-api.kubevirt.svc"}},
		{"virt-controller", "virt-controller", []string{"127.0.0.1", "localhost"}},
		// virt-api and virt-handler check each other's common name (KubeVirt pkg/util/tls, verifyPeerCert).
		{"virt-handler-client", "kubevirt.io:system:client:virt-handler", nil},
		{"virt-handler-server", "kubevirt.io:system:node:virt-handler", []string{"127.0.0.1"}},
		// kube-apiserver reads pods' logs from the kubelet stand-in.
		{"kubelet", "system:node:stand-in", []string{"127.0.0.1", "localhost"}},
		{"kubelet-client", "kube-apiserver-kubelet-client", nil},
	} {
		if err := ca.issue(c.commonName, path(c.file+".crt"), path(c.file+".key"), c.hosts...); err != nil {
			return fmt.Errorf("certificate %s: %w", c.file, err)
		}
	}
	frontProxy, err := newAuthority("front-proxy", path("front-proxy-ca.crt"))
	if err != nil {
		return fmt.Errorf("certificates: %w", err)
	}
	if err := frontProxy.issue("front-proxy-client", path("front-proxy-client.crt"), path("front-proxy-client.key")); err != nil {
		return fmt.Errorf("certificate front-proxy-client: %w", err)
	}
	if err := signingKey(path("sa.key"), path("sa.pub")); err != nil {
		return fmt.Errorf("service account key: %w", err)
	}
	return os.WriteFile(path(doneFile), nil, 0o600)
}

// signingKey writes the key pair that signs service account tokens.
func signingKey(keyFile, pubFile string) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	if err := writeKey(keyFile, key); err != nil {
		return err
	}
	der, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return err
	}
	return writePEM(pubFile, "PUBLIC KEY", der)
}
