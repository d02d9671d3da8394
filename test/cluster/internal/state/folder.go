// Package state is the folder that one local cluster lives in: where each
// file is, which ports and tokens it keeps over restarts, who holds it.
package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Folder is the absolute path of a cluster's state folder.
type Folder string

// Open makes the path absolute and creates the folder when it is not there.
func Open(dir string) (Folder, error) {
	if dir == "" {
		return "", errors.New("no state folder given: use --dir FOLDER")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("state folder %s: %w", dir, err)
	}
	for _, d := range []string{abs, filepath.Join(abs, "pki"), filepath.Join(abs, "log")} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return "", fmt.Errorf("state folder: %w", err)
		}
	}
	return Folder(abs), nil
}

func (f Folder) at(parts ...string) string {
	return filepath.Join(append([]string{string(f)}, parts...)...)
}

// PKI is the path of a certificate or key, such as "ca.crt".
func (f Folder) PKI(file string) string { return f.at("pki", file) }

// Log is the path of a component's log.
func (f Folder) Log(component string) string { return f.at("log", component+".log") }

// Kubeconfig is the file meant for people and tests: one context per user.
func (f Folder) Kubeconfig() string { return f.at("kubeconfig") }

// ComponentKubeconfig is the file that one component of the cluster uses.
func (f Folder) ComponentKubeconfig(component string) string {
	return f.at("pki", component+".kubeconfig")
}

// Tokens is kube-apiserver's static token file.
func (f Folder) Tokens() string { return f.at("pki", "tokens.csv") }

// Corefile is CoreDNS's configuration.
func (f Folder) Corefile() string { return f.at("Corefile") }

// Socket is where the data path can be asked for connections.
func (f Folder) Socket() string { return f.at("datapath.sock") }

// DataPathFile is where the node stand-in says whether there is a data path.
func (f Folder) DataPathFile() string { return f.at("datapath.json") }

// ProxyConfig is the configuration of a node's kube-proxy.
func (f Folder) ProxyConfig(node string) string { return f.at("kube-proxy-" + node + ".yaml") }

// Etcd is the data folder of etcd.
func (f Folder) Etcd() string { return f.at("etcd") }

// ClusterFile is what tells others that the cluster is up and how to reach it.
func (f Folder) ClusterFile() string { return f.at("cluster.json") }

// Wipe empties the folder but for the lock file. It refuses a folder that
// holds files and was never a cluster's, so that a wrong --dir costs nothing.
func (f Folder) Wipe() error {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return fmt.Errorf("wipe: %w", err)
	}
	for _, e := range entries {
		if e.Name() == lockName {
			continue
		}
		if err := os.RemoveAll(f.at(e.Name())); err != nil {
			return fmt.Errorf("wipe: %w", err)
		}
	}
	_, err = Open(string(f))
	return err
}

// WriteFile replaces a file in one step: a reader sees the old or the new
// content, never half of it.
func WriteFile(path string, content []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.Write(content); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
