package state

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func open(t *testing.T) Folder {
	t.Helper()
	f, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func ports(t *testing.T, f Folder) Ports {
	t.Helper()
	p, err := f.ChoosePorts(0)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPortsAreKeptAndATakenOneIsReplaced(t *testing.T) {
	f := open(t)
	first := ports(t, f)
	if again := ports(t, f); again != first {
		t.Errorf("%+v, then %+v", first, again)
	}
	l, err := net.Listen("tcp", strings.TrimPrefix(first.APIServerURL(), "https://"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	after := ports(t, f)
	if after.APIServer == first.APIServer || after.DNS != first.DNS {
		t.Errorf("with the API server's port taken: %+v, was %+v", after, first)
	}
	if _, err := f.ChoosePorts(first.APIServer); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("a wanted port that is taken: %v", err)
	}
}

func TestTokensAreRandomAndKept(t *testing.T) {
	f := open(t)
	first, err := f.LoadTokens()
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.LoadTokens()
	if err != nil {
		t.Fatal(err)
	}
	other, err := open(t).LoadTokens()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range People {
		if len(first[p]) != 48 || again[p] != first[p] || other[p] == first[p] {
			t.Errorf("%s: %s, %s, in another folder %s", p, first[p], again[p], other[p])
		}
	}
}

func TestOneClusterPerFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	lock, err := Acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Acquire(dir); err == nil || !strings.Contains(err.Error(), "already runs") {
		t.Errorf("the second: %v", err)
	}
	if held, err := IsHeld(dir); err != nil || !held {
		t.Errorf("held %v, %v", held, err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	if held, err := IsHeld(dir); err != nil || held {
		t.Errorf("released: held %v, %v", held, err)
	}
}

func TestAFolderOfOtherFilesIsRefused(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(mine, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Acquire(dir); err == nil || !strings.Contains(err.Error(), "other files") {
		t.Errorf("accepted: %v", err)
	}
}
