// Command render prints the objects of the chart as a JSON list, for npm run release: Helm's own engine on the chart's
// own templates. On stdin it reads what was chosen: {"chart": folder, "name": …, "namespace": …, "values": {…}}.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"expose-vm/test/chart"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var chosen struct {
		Chart     string         `json:"chart"`
		Name      string         `json:"name"`
		Namespace string         `json:"namespace"`
		Values    map[string]any `json:"values"`
	}
	if err := json.NewDecoder(os.Stdin).Decode(&chosen); err != nil {
		return fmt.Errorf("stdin: %w", err)
	}
	release := chart.Release{Name: chosen.Name, Namespace: chosen.Namespace, Values: chosen.Values}
	rendered, err := chart.Render(chosen.Chart, release)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(rendered.Objects)
}
