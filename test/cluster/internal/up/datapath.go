package up

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"expose-vm/test/cluster/internal/datapath/dial"
)

// awaitDataPath waits until the node stand-in has said whether there is a data path,
// and until one that is there carries traffic. With CI=true one that lacks something is
// an error, so that no test goes unseen for it.
func (c *cluster) awaitDataPath(ctx context.Context) error {
	err := c.await(ctx, "report on the data path", 60*time.Second, func(context.Context) (err error) {
		c.dataPath, err = c.folder.ReadDataPath()
		return err
	})
	if err != nil {
		return err
	}
	if lacks := c.dataPath.Lacks(); lacks != "" {
		c.progress.step("%s", lacks)
		if c.DataPath && os.Getenv("CI") == "true" {
			return fmt.Errorf("%s; without it the cluster goes on only where CI=true is not set", lacks)
		}
	}
	if c.dataPath.Socket == "" {
		return nil
	}
	if err := c.await(ctx, "traffic", 60*time.Second, c.carriesDNS); err != nil {
		return err
	}
	c.progress.step("traffic is carried between pods, nodes and the outside")
	return nil
}

// carriesDNS asks for a name from a pod of each node: through kube-proxy and the
// network policies to a DNS pod, and on to CoreDNS.
func (c *cluster) carriesDNS(ctx context.Context) error {
	pods, err := c.client.CoreV1().Pods("openshift-dns").List(ctx, metav1.ListOptions{})
	if err != nil {
		return err
	}
	if len(pods.Items) == 0 {
		return errors.New("there are no pods of the DNS server")
	}
	for _, p := range pods.Items {
		result, err := dial.Ask(ctx, c.dataPath.Socket, dial.Request{From: "pod/" + p.Namespace + "/" + p.Name,
			Network: "dns", Address: "kubernetes.default.svc.cluster.local", TimeoutMilliseconds: 1000})
		if err != nil {
			return err
		}
		if result.Outcome != dial.Answered {
			return fmt.Errorf("%s asks the cluster's DNS: %s (%s)", p.Name, result.Outcome, result.Error)
		}
	}
	return nil
}
