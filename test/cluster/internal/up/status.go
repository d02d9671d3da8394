package up

import (
	"errors"
	"fmt"
	"os"

	"expose-vm/test/cluster/internal/state"
)

// Status says in one line whether a cluster runs in the folder, and whether it
// is ready; running is false when none does.
func Status(dir string) (line string, running bool, err error) {
	held, err := state.IsHeld(dir)
	if err != nil {
		return "", false, err
	}
	if !held {
		return "not running", false, nil
	}
	f, err := state.Open(dir)
	if err != nil {
		return "", false, err
	}
	c, err := state.ReadCluster(f.ClusterFile())
	if errors.Is(err, os.ErrNotExist) {
		return "starting or stopping", true, nil
	}
	if err != nil {
		return "", false, err
	}
	return fmt.Sprintf("running: pid %d, API server %s, DNS %s, kubeconfig %s", c.PID, c.APIServer, c.DNS, c.Kubeconfig), true, nil
}
