package controlplane

import (
	"fmt"
	"strings"

	"expose-vm/test/cluster/internal/state"
)

// apiServerArguments: RBAC on, anonymous off, loopback only. The Service ranges
// are OpenShift's defaults for both families; a Service has one family unless it
// asks for two.
func apiServerArguments(f state.Folder, port int) []string {
	return []string{
		"--etcd-servers=unix://" + etcdSocket,
		"--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
		fmt.Sprintf("--secure-port=%d", port),
		"--endpoint-reconciler-type=none", // a loopback address is not allowed in an Endpoints object
		"--service-cluster-ip-range=172.30.0.0/16,fd02::/112",
		"--authorization-mode=RBAC", "--anonymous-auth=false",
		"--enable-admission-plugins=OwnerReferencesPermissionEnforcement", // on in OpenShift
		"--token-auth-file=" + f.Tokens(),
		"--client-ca-file=" + f.PKI("ca.crt"),
		"--tls-cert-file=" + f.PKI("apiserver.crt"), "--tls-private-key-file=" + f.PKI("apiserver.key"),
		// Aggregation (subresources.kubevirt.io) needs the front proxy's certificates.
		"--requestheader-client-ca-file=" + f.PKI("front-proxy-ca.crt"),
		"--requestheader-allowed-names=front-proxy-client",
		"--requestheader-username-headers=X-Remote-User", "--requestheader-group-headers=X-Remote-Group",
		"--requestheader-extra-headers-prefix=X-Remote-Extra-",
		"--proxy-client-cert-file=" + f.PKI("front-proxy-client.crt"), "--proxy-client-key-file=" + f.PKI("front-proxy-client.key"),
		// Logs of pods: the kubelet stand-in is at the nodes' InternalDNS address.
		"--kubelet-preferred-address-types=InternalDNS",
		"--kubelet-certificate-authority=" + f.PKI("ca.crt"),
		"--kubelet-client-certificate=" + f.PKI("kubelet-client.crt"), "--kubelet-client-key=" + f.PKI("kubelet-client.key"),
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file=" + f.PKI("sa.pub"), "--service-account-signing-key-file=" + f.PKI("sa.key"),
		"--allow-privileged=true", "--profiling=false", "--v=0",
		"--shutdown-delay-duration=0s",
	}
}

// controllers are the loops of kube-controller-manager that something here
// relies on. Those that need nodes, clouds or volumes stay out.
var controllers = []string{
	"namespace-controller",
	"serviceaccount-controller",
	"serviceaccount-token-controller",
	"root-ca-certificate-publisher-controller",
	"endpointslice-controller",
	"endpoints-controller",
	"garbage-collector-controller",
	"clusterrole-aggregation-controller", // merges KubeVirt's and Route's roles into view, edit, admin
	"resourcequota-controller",
	"job-controller",
	"ttl-after-finished-controller",
}

func controllerArguments(f state.Folder) []string {
	return []string{
		"--kubeconfig=" + f.ComponentKubeconfig("controller-manager"),
		"--controllers=" + strings.Join(controllers, ","),
		"--service-account-private-key-file=" + f.PKI("sa.key"),
		"--root-ca-file=" + f.PKI("ca.crt"),
		"--leader-elect=false", "--use-service-account-credentials=false", "--secure-port=0", "--profiling=false",
	}
}
