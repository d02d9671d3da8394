// Package chart renders charts/expose-vm the way `helm install` does, for the tests beside it and for the release file.
package chart

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
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

// consoleAPI is what a cluster with OpenShift's console serves beside what Helm knows of every cluster.
const consoleAPI = "console.openshift.io/v1/ConsolePlugin"

// Render checks the values against the schema and renders every template for a cluster with OpenShift's console.
// The error is Helm's own, as the person at the command line would see it.
func Render(folder string, release Release) (Rendered, error) {
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.APIVersions = append(capabilities.APIVersions, consoleAPI)
	return renderFor(capabilities, folder, release)
}

func renderFor(cluster *chartutil.Capabilities, folder string, release Release) (Rendered, error) {
	loaded, err := loader.Load(folder)
	if err != nil {
		return Rendered{}, err
	}
	options := chartutil.ReleaseOptions{Name: release.Name, Namespace: release.Namespace, Revision: 1, IsInstall: true}
	values, err := chartutil.ToRenderValues(loaded, release.Values, options, cluster)
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
			objects, err := objectsOf(text)
			if err != nil {
				return Rendered{}, fmt.Errorf("%s: %w", file, err)
			}
			rendered.Objects = append(rendered.Objects, objects...)
		}
	}
	return rendered, nil
}

// objectsOf reads those of a rendered file. A key that is given twice is an error, as it is for the API server.
func objectsOf(text string) ([]unstructured.Unstructured, error) {
	var all []unstructured.Unstructured
	documents := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader([]byte(text))))
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		var content map[string]any
		if err := yaml.UnmarshalStrict(document, &content); err != nil {
			return nil, err
		}
		if len(content) == 0 {
			continue
		}
		// through JSON, so that numbers are the int64 that Unstructured expects
		asJSON, err := yaml.YAMLToJSON(document)
		if err != nil {
			return nil, err
		}
		var read unstructured.Unstructured
		if err := read.UnmarshalJSON(asJSON); err != nil {
			return nil, err
		}
		all = append(all, read)
	}
}
