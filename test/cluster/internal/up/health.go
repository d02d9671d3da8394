package up

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	authv1 "k8s.io/api/authorization/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"

	"expose-vm/test/cluster/internal/state"
)

// check is one question that has to be answered without an error before the
// cluster counts as ready.
type check func(context.Context) error

// subresourceVersions are the aggregated API versions that clients use.
var subresourceVersions = []string{"v1", "v1alpha3"}

func apiServerReady(c kubernetes.Interface) check {
	return func(ctx context.Context) error {
		return c.Discovery().RESTClient().Get().AbsPath("/readyz").Do(ctx).Error()
	}
}

func listens(port int) check {
	return func(ctx context.Context) error {
		conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			return err
		}
		return conn.Close()
	}
}

// aggregatedAPIAvailable asks through kube-apiserver, as a user's request goes.
func aggregatedAPIAvailable(c kubernetes.Interface) check {
	return func(ctx context.Context) error {
		for _, v := range subresourceVersions {
			if err := c.Discovery().RESTClient().Get().AbsPath("/apis/subresources.kubevirt.io/" + v).Do(ctx).Error(); err != nil {
				return err
			}
		}
		return nil
	}
}

// webhooksAnswer creates a VM as a dry run: it passes virt-api's mutating and validating webhooks.
func webhooksAnswer(c kubernetes.Interface) check {
	vm := []byte(`{"apiVersion":"kubevirt.io/v1","kind":"VirtualMachine","metadata":{"name":"webhook-probe","namespace":"default"},
"spec":{"runStrategy":"Halted","template":{"spec":{"domain":{"memory":{"guest":"64Mi"},"devices":{}}}}}}`)
	return func(ctx context.Context) error {
		return c.CoreV1().RESTClient().Post().AbsPath("/apis/kubevirt.io/v1/namespaces/default/virtualmachines").
			Param("dryRun", "All").SetHeader("Content-Type", "application/json").Body(vm).Do(ctx).Error()
	}
}

// controllerLeads asks virt-controller itself; it acts only as leader.
func controllerLeads(f state.Folder, port int) check {
	return func(ctx context.Context) error {
		pem, err := os.ReadFile(f.PKI("ca.crt"))
		if err != nil {
			return err
		}
		pool := x509.NewCertPool()
		pool.AppendCertsFromPEM(pem)
		client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, DisableKeepAlives: true}}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("https://127.0.0.1:%d/leader", port), nil)
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		var answer struct {
			APIServer struct {
				Leader string `json:"leader"`
			} `json:"apiserver"`
		}
		if err := json.Unmarshal(body, &answer); err != nil {
			return fmt.Errorf("%s: %w", body, err)
		}
		if answer.APIServer.Leader != "true" {
			return fmt.Errorf("does not lead: %s", body)
		}
		return nil
	}
}

// dnsAnswers asks for the one Service that every cluster has.
func dnsAnswers(port int) check {
	resolver := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, fmt.Sprintf("127.0.0.1:%d", port))
	}}
	return func(ctx context.Context) error {
		addrs, err := resolver.LookupHost(ctx, "kubernetes.default.svc.cluster.local.")
		if err == nil && (len(addrs) != 1 || !strings.HasPrefix(addrs[0], "172.30.")) {
			err = fmt.Errorf("wrong answer %v", addrs)
		}
		return err
	}
}

// rolesAggregated waits for the rules of KubeVirt and of OpenShift's kinds to be merged into `view`.
func rolesAggregated(cfg *rest.Config, viewerToken string) check {
	cfg = rest.CopyConfig(cfg)
	cfg.BearerToken, cfg.BearerTokenFile = viewerToken, ""
	return func(ctx context.Context) error {
		viewer, err := kubernetes.NewForConfig(cfg)
		if err != nil {
			return err
		}
		for group, resource := range map[string]string{"kubevirt.io": "virtualmachines", "route.openshift.io": "routes", "k8s.cni.cncf.io": "network-attachment-definitions"} {
			review, err := viewer.AuthorizationV1().SelfSubjectAccessReviews().Create(ctx, &authv1.SelfSubjectAccessReview{
				Spec: authv1.SelfSubjectAccessReviewSpec{ResourceAttributes: &authv1.ResourceAttributes{
					Namespace: "prod2", Verb: "list", Group: group, Resource: resource}}}, metav1.CreateOptions{})
			if err != nil {
				return err
			}
			if !review.Status.Allowed {
				return errors.New("view does not include " + resource + " yet")
			}
		}
		return nil
	}
}

// customResourcesServed lists every custom resource from the API server's
// watch cache. Such a cache is filled when it is first asked, and until then
// a client is told 429 Too Many Requests.
func customResourcesServed(c kubernetes.Interface) check {
	return func(ctx context.Context) error {
		lists, err := discovery.ServerPreferredResources(c.Discovery())
		if err != nil {
			return err
		}
		for _, list := range lists {
			if !strings.Contains(list.GroupVersion, ".openshift.io/") && !strings.HasPrefix(list.GroupVersion, "k8s.cni.cncf.io/") && !strings.HasPrefix(list.GroupVersion, "kubevirt.io/") {
				continue
			}
			for _, resource := range list.APIResources {
				if !slices.Contains(resource.Verbs, "list") {
					continue
				}
				path := "/apis/" + list.GroupVersion + "/" + resource.Name
				if err := c.Discovery().RESTClient().Get().AbsPath(path).Param("resourceVersion", "0").Do(ctx).Error(); err != nil {
					return fmt.Errorf("%s: %w", path, err)
				}
			}
		}
		return nil
	}
}
