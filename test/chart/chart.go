// Package chart renders charts/expose-vm the way `helm install` does, for the tests beside it.
package chart

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

// Folder is where the chart is, seen from this package.
const Folder = "../../charts/expose-vm"

// Release is what a person chooses at installation.
type Release struct {
	Name      string
	Namespace string
	// Values are what --set and --values give, over those of values.yaml.
	Values map[string]any
}

// Rendered is what an installation would send to the API server, and say to the person.
type Rendered struct {
	Objects []unstructured.Unstructured
	Notes   string
}

// Render checks the values against the schema and renders every template.
// The error is Helm's own, as the person at the command line would see it.
func Render(release Release) (Rendered, error) {
	loaded, err := loader.Load(Folder)
	if err != nil {
		return Rendered{}, err
	}
	options := chartutil.ReleaseOptions{Name: release.Name, Namespace: release.Namespace, Revision: 1, IsInstall: true}
	values, err := chartutil.ToRenderValues(loaded, release.Values, options, chartutil.DefaultCapabilities)
	if err != nil {
		return Rendered{}, err
	}
	files, err := engine.Render(loaded, values)
	if err != nil {
		return Rendered{}, err
	}
	var rendered Rendered
	for _, file := range slices.Sorted(maps.Keys(files)) {
		text := files[file]
		switch {
		case path.Base(file) == "NOTES.txt":
			rendered.Notes = text
		case strings.TrimSpace(text) == "" || strings.HasPrefix(path.Base(file), "_"):
		default:
			object, err := object(text)
			if err != nil {
				return Rendered{}, fmt.Errorf("%s: %w", file, err)
			}
			rendered.Objects = append(rendered.Objects, object)
		}
	}
	return rendered, nil
}

// object reads the one object of a rendered file. A key that is given twice is an error, as it is for the API server.
func object(text string) (unstructured.Unstructured, error) {
	var content map[string]any
	if err := yaml.UnmarshalStrict([]byte(text), &content); err != nil {
		return unstructured.Unstructured{}, err
	}
	// through JSON, so that numbers are the int64 that Unstructured expects
	asJSON, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		return unstructured.Unstructured{}, err
	}
	var read unstructured.Unstructured
	return read, read.UnmarshalJSON(asJSON)
}
