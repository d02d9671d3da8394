//go:build !linux

package datapath

import (
	"context"
	"errors"
	"net"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"

	"expose-vm/test/cluster/internal/state"
)

var errSystem = errors.New("traffic is carried on Linux only")

// DataPath is never made here.
type DataPath struct{}

// Start says that Linux is needed.
func Start(context.Context, Options) (*DataPath, state.DataPath) {
	return nil, state.DataPath{WhyNot: errSystem.Error(), WhyNoPolicies: errSystem.Error()}
}

// RunAgent is not called where Start starts nothing; nor are the methods.
func RunAgent([]string) error { return errSystem }

func (*DataPath) Attach(*corev1.Pod, string) error                         { return errSystem }
func (*DataPath) Within(types.UID) func(func() error) error                { return nil }
func (*DataPath) Reconcile(context.Context, string) (time.Duration, error) { return 0, errSystem }
func (*DataPath) Balance(context.Context, string) (time.Duration, error)   { return 0, errSystem }
func (*DataPath) DialFromNode(context.Context, string, string) (net.Conn, error) {
	return nil, errSystem
}
func (*DataPath) Serve(context.Context) error { return errSystem }
func (*DataPath) Close()                      {}
