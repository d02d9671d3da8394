// Package behaviour tests the running cluster from outside, through its API and
// its DNS: what the parts do together, and what this project relies on.
package behaviour

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"expose-vm/test/cluster/internal/state"
)

// local is the cluster under test.
var local *state.Cluster

// TestMain uses the cluster whose cluster.json CLUSTER_JSON names, or starts one
// from the binary that CLUSTER_BIN names. Without either it fails: a test that is
// skipped unseen proves nothing.
func TestMain(m *testing.M) {
	file, stop, err := find()
	if err == nil {
		local, err = state.ReadCluster(file)
	}
	if err != nil {
		stop()
		fmt.Fprintln(os.Stderr, "behaviour:", err)
		os.Exit(1)
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

func find() (file string, stop func(), err error) {
	if file := os.Getenv("CLUSTER_JSON"); file != "" {
		return file, func() {}, nil
	}
	binary := os.Getenv("CLUSTER_BIN")
	if binary == "" {
		return "", func() {}, errors.New("set CLUSTER_JSON to a running cluster's cluster.json, or CLUSTER_BIN to the built binary")
	}
	return start(binary)
}

// start runs a fresh cluster in a temporary folder. The folder is kept when the
// start fails, for its logs.
func start(binary string) (file string, stop func(), err error) {
	dir, err := os.MkdirTemp("", "expose-vm-cluster-")
	if err != nil {
		return "", func() {}, err
	}
	up := exec.Command(binary, "up", "--dir", dir, "--fresh")
	up.Stderr = os.Stderr
	out, err := up.StdoutPipe()
	if err != nil {
		return "", func() {}, err
	}
	if err := up.Start(); err != nil {
		return "", func() {}, err
	}
	end := func() {
		_ = up.Process.Signal(syscall.SIGTERM)
		over := time.AfterFunc(15*time.Second, func() { _ = up.Process.Kill() })
		_ = up.Wait()
		over.Stop()
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		fmt.Fprintln(os.Stderr, lines.Text())
		if ready, ok := strings.CutPrefix(lines.Text(), "ready: "); ok {
			go io.Copy(io.Discard, out) //nolint:errcheck // the rest is of no interest
			return ready, func() { end(); os.RemoveAll(dir) }, nil
		}
	}
	return "", end, fmt.Errorf("the cluster did not start; its logs are in %s/log", dir)
}
