package up

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"expose-vm/test/cluster/internal/install"
	"expose-vm/test/cluster/internal/state"
)

// Names of the components: the binaries' commands and the logs' names.
const (
	ControlPlane   = "controlplane"
	VirtAPI        = "virt-api"
	VirtController = "virt-controller"
	Node           = "node"
	DNS            = "dns"
)

// binaryOf is this binary for most components. KubeVirt's two are in another one
// beside it: the package that both link, pkg/virt-api/definitions, builds an
// OpenAPI validator when it is initialised, which takes seconds that every other
// process would pay too.
func binaryOf(component string) (string, error) {
	self, err := os.Executable()
	if err != nil || (component != VirtAPI && component != VirtController) {
		return self, err
	}
	kubeVirt := filepath.Join(filepath.Dir(self), "kubevirt")
	if _, err := os.Stat(kubeVirt); err != nil {
		return "", fmt.Errorf("the binary kubevirt has to be beside %s: %w", self, err)
	}
	return kubeVirt, nil
}

func controlPlaneArguments(f state.Folder, p state.Ports) []string {
	return []string{ControlPlane, "--dir", string(f), "--port", strconv.Itoa(p.APIServer)}
}

func nodeArguments(f state.Folder, p state.Ports, o Options) []string {
	return []string{Node, "--dir", string(f), "--handler-port", strconv.Itoa(p.VirtHandler),
		"--kubelet-port", strconv.Itoa(p.Kubelet), "--dns-port", strconv.Itoa(p.DNS),
		"--boot-delay", o.BootDelay.String(), "--stop-delay", o.StopDelay.String(),
		fmt.Sprintf("--data-path=%v", o.DataPath), "--nft", o.Nft}
}

func virtAPIArguments(f state.Folder, p state.Ports) []string {
	return []string{VirtAPI, "--kubeconfig", f.ComponentKubeconfig("kubevirt-apiserver"),
		"--listen", "127.0.0.1", "--port", strconv.Itoa(p.VirtAPI),
		"--console-server-port", strconv.Itoa(p.VirtHandler), // where it calls virt-handler
		"--tls-cert-file", f.PKI("virt-api.crt"), "--tls-key-file", f.PKI("virt-api.key"),
		"--handler-cert-file", f.PKI("virt-handler-client.crt"), "--handler-key-file", f.PKI("virt-handler-client.key")}
}

func virtControllerArguments(f state.Folder, p state.Ports) []string {
	return []string{VirtController, "--kubeconfig", f.ComponentKubeconfig("kubevirt-controller"),
		"--listen", "127.0.0.1", "--port", strconv.Itoa(p.VirtController),
		"--prom-cert-file", f.PKI("virt-controller.crt"), "--prom-key-file", f.PKI("virt-controller.key"),
		"--launcher-image", "quay.io/kubevirt/virt-launcher:" + install.Version}
}

func dnsArguments(f state.Folder) []string { return []string{DNS, "-conf", f.Corefile()} }

// corefile: the cluster's zone as OpenShift has it, on loopback, without caching
// so that a test sees a change at once.
func corefile(f state.Folder, p state.Ports) []byte {
	return fmt.Appendf(nil, `.:%d {
    bind 127.0.0.1
    errors
    kubernetes cluster.local in-addr.arpa {
        kubeconfig %q %s
        pods insecure
        ttl 0
    }
}
`, p.DNS, f.ComponentKubeconfig("coredns"), "coredns")
}
