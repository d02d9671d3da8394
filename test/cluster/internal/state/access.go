package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/clientcmd/api"
)

// Cluster is the content of cluster.json: all that a client needs.
type Cluster struct {
	APIServer  string `json:"apiServer"`
	CAFile     string `json:"caFile"`
	DNS        string `json:"dns"`
	Kubeconfig string `json:"kubeconfig"`
	// Users maps each of People to its bearer token.
	Users map[string]string `json:"users"`
	// PID is the supervisor's; SIGTERM to it stops the cluster.
	PID int `json:"pid"`
	// RunsCommands: the command of a pod with the label expose-vm/test is run.
	RunsCommands bool `json:"runsCommands"`
	// WhyNot is set where it cannot be.
	WhyNot   string   `json:"whyNot,omitempty"`
	DataPath DataPath `json:"dataPath"`
}

// APIServerURL is where kube-apiserver listens.
func (p Ports) APIServerURL() string { return fmt.Sprintf("https://127.0.0.1:%d", p.APIServer) }

// WriteKubeconfigs writes the people's kubeconfig and one per component. They
// are written at every start: the API server's port may have changed.
func (f Folder) WriteKubeconfigs(p Ports, t Tokens) error {
	people := f.newConfig(p)
	for _, name := range People {
		addUser(people, name, t[name])
	}
	people.CurrentContext = "admin"
	if err := clientcmd.WriteToFile(*people, f.Kubeconfig()); err != nil {
		return fmt.Errorf("kubeconfig: %w", err)
	}
	for name, token := range t {
		c := f.newConfig(p)
		addUser(c, name, token)
		c.CurrentContext = name
		if err := clientcmd.WriteToFile(*c, f.ComponentKubeconfig(name)); err != nil {
			return fmt.Errorf("kubeconfig of %s: %w", name, err)
		}
	}
	return nil
}

func (f Folder) newConfig(p Ports) *api.Config {
	c := api.NewConfig()
	c.Clusters["local"] = &api.Cluster{Server: p.APIServerURL(), CertificateAuthority: f.PKI("ca.crt")}
	return c
}

func addUser(c *api.Config, name, token string) {
	c.AuthInfos[name] = &api.AuthInfo{Token: token}
	c.Contexts[name] = &api.Context{Cluster: "local", AuthInfo: name, Namespace: "default"}
}

// Announce writes cluster.json: from now on the cluster counts as ready.
// cannotRun is why the system lets no pod's command run; nil when it does.
func (f Folder) Announce(p Ports, t Tokens, cannotRun error, d DataPath) error {
	whyNot := ""
	if cannotRun != nil {
		whyNot = cannotRun.Error()
	}
	users := map[string]string{}
	for _, name := range People {
		users[name] = t[name]
	}
	b, err := json.MarshalIndent(Cluster{
		APIServer: p.APIServerURL(), CAFile: f.PKI("ca.crt"), DNS: fmt.Sprintf("127.0.0.1:%d", p.DNS),
		Kubeconfig: f.Kubeconfig(), Users: users, PID: os.Getpid(),
		RunsCommands: cannotRun == nil, WhyNot: whyNot, DataPath: d,
	}, "", "  ")
	if err != nil {
		return err
	}
	if err := WriteFile(f.ClusterFile(), append(b, '\n')); err != nil {
		return fmt.Errorf("cluster.json: %w", err)
	}
	return nil
}

// Withdraw removes cluster.json; a missing file is fine.
func (f Folder) Withdraw() error {
	if err := os.Remove(f.ClusterFile()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("cluster.json: %w", err)
	}
	return nil
}

// ReadCluster reads a cluster.json.
func ReadCluster(path string) (*Cluster, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := &Cluster{}
	if err := json.Unmarshal(b, c); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}
