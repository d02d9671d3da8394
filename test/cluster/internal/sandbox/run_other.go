//go:build !linux

package sandbox

import (
	"context"
	"errors"
	"os"
)

var errSystem = errors.New("commands of pods are run on Linux only")

// Run needs Linux's namespaces.
func Run(context.Context, Command) (int, error) { return 0, errSystem }

// Enter is not called where Run starts nothing.
func Enter() error { return errSystem }

func signalOf(*os.ProcessState) int { return 0 }
