package install

import (
	"bufio"
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"
)

//go:embed manifests/*.yaml
var manifests embed.FS

// embedded reads some of the manifests beside this file.
func embedded(names ...string) ([]*unstructured.Unstructured, error) {
	var all []*unstructured.Unstructured
	for _, n := range names {
		b, err := manifests.ReadFile("manifests/" + n + ".yaml")
		if err != nil {
			return nil, err
		}
		objects, err := parse(b)
		if err != nil {
			return nil, fmt.Errorf("%s.yaml: %w", n, err)
		}
		all = append(all, objects...)
	}
	return all, nil
}

// ReadSeed reads every .yaml and .yml file of a folder, in the order of their names.
func ReadSeed(dir string) ([]*unstructured.Unstructured, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("seed: %w", err)
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	var all []*unstructured.Unstructured
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != ".yaml" && ext != ".yml" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("seed: %w", err)
		}
		objects, err := parse(b)
		if err != nil {
			return nil, fmt.Errorf("seed %s: %w", e.Name(), err)
		}
		all = append(all, objects...)
	}
	return all, nil
}

// parse reads the documents of a YAML file; empty ones are skipped.
func parse(file []byte) ([]*unstructured.Unstructured, error) {
	documents := yaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(file)))
	var objects []*unstructured.Unstructured
	for {
		doc, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return objects, nil
		}
		if err != nil {
			return nil, err
		}
		var o map[string]any
		if err := yaml.Unmarshal(doc, &o); err != nil {
			return nil, err
		}
		if len(o) > 0 {
			objects = append(objects, &unstructured.Unstructured{Object: o})
		}
	}
}
