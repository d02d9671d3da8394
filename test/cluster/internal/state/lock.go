package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const lockName = "lock"

// Lock is held while a cluster runs. The kernel drops it when its holder ends,
// however it ends, so a stale lock cannot happen.
type Lock struct{ file *os.File }

// Acquire takes the lock of a state folder, or says who holds it. A folder with
// foreign files in it is refused.
func Acquire(dir string) (*Lock, error) {
	if err := refuseForeign(dir); err != nil {
		return nil, err
	}
	f, err := Open(dir)
	if err != nil {
		return nil, err
	}
	file, err := os.OpenFile(f.at(lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	for i := 0; i < 5 && errors.Is(err, syscall.EWOULDBLOCK); i++ {
		time.Sleep(50 * time.Millisecond) // a status command looks at the lock for a moment
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	if err != nil {
		holder, _ := os.ReadFile(f.at(lockName))
		file.Close()
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("lock %s: %w", f.at(lockName), err)
		}
		return nil, fmt.Errorf("a cluster already runs in %s (pid %s): stop that one or use another --dir", f, strings.TrimSpace(string(holder)))
	}
	if err := file.Truncate(0); err != nil {
		file.Close()
		return nil, fmt.Errorf("lock: %w", err)
	}
	if _, err := fmt.Fprintln(file, os.Getpid()); err != nil {
		file.Close()
		return nil, fmt.Errorf("lock: %w", err)
	}
	return &Lock{file}, nil
}

// Release gives the folder free. The file stays: it marks the folder as a cluster's.
func (l *Lock) Release() error { return l.file.Close() }

// IsHeld says whether a cluster runs in the folder; it changes nothing there.
func IsHeld(dir string) (bool, error) {
	file, err := os.Open(filepath.Join(dir, lockName))
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("lock: %w", err)
	}
	defer file.Close()
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return true, nil
	}
	return false, err
}

// refuseForeign protects a folder that was never a cluster's: --fresh empties it.
func refuseForeign(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || len(entries) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("state folder: %w", err)
	}
	if _, err := os.Stat(filepath.Join(dir, lockName)); err != nil {
		return fmt.Errorf("%s holds other files and no cluster: give --dir an empty or new folder", dir)
	}
	return nil
}
