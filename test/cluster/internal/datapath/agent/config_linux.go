package agent

import "fmt"

// Config is kube-proxy's: changes are followed within milliseconds instead of a second;
// the machine's connection tracking is left alone, and its OOM killer may take this
// process (the default is -999).
func Config(node, kubeconfig, podNetwork string) []byte {
	return fmt.Appendf(nil, `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: nftables
clientConnection: { kubeconfig: %q, qps: 100, burst: 200 }
hostnameOverride: %q
clusterCIDR: %s
nftables: { minSyncPeriod: 10ms }
conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s }
metricsBindAddress: 127.0.0.1:10249
healthzBindAddress: 0.0.0.0:10256
oomScoreAdj: 0
`, kubeconfig, node, podNetwork)
}
