package state

import (
	"encoding/json"
	"fmt"
	"os"
)

// DataPath says whether the cluster carries traffic.
type DataPath struct {
	// Socket is where connections can be asked for; "" when there is no data path.
	Socket string `json:"socket"`
	// WhyNot is set when there is none.
	WhyNot string `json:"whyNot"`
	// EnforcesPolicies: network policies act on the traffic.
	EnforcesPolicies bool `json:"enforcesPolicies"`
	// WhyNoPolicies is set when they do not.
	WhyNoPolicies string `json:"whyNoPolicies"`
}

// Lacks is a sentence about what is missing, "" when nothing is.
func (d DataPath) Lacks() string {
	switch {
	case d.Socket == "":
		return "no traffic is carried: " + d.WhyNot
	case !d.EnforcesPolicies:
		return "network policies are not enforced: " + d.WhyNoPolicies
	default:
		return ""
	}
}

// ReportDataPath tells the supervisor, from the node stand-in's process.
func (f Folder) ReportDataPath(d DataPath) error {
	b, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return WriteFile(f.DataPathFile(), b)
}

// ReadDataPath reads that report.
func (f Folder) ReadDataPath() (DataPath, error) {
	var d DataPath
	b, err := os.ReadFile(f.DataPathFile())
	if err != nil {
		return d, err
	}
	if err := json.Unmarshal(b, &d); err != nil {
		return d, fmt.Errorf("%s: %w", f.DataPathFile(), err)
	}
	return d, nil
}
