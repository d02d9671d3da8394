package chart

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// copies gives the sources and the destination of every COPY of the Dockerfile, apart from those from another stage.
func copies(t *testing.T) (sources []string, fromBuild [][2]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range regexp.MustCompile(`(?m)^COPY (.+)$`).FindAllStringSubmatch(string(text), -1) {
		words := strings.Fields(match[1])
		if strings.HasPrefix(words[0], "--from=") {
			fromBuild = append(fromBuild, [2]string{words[1], words[2]})
			continue
		}
		sources = append(sources, words[:len(words)-1]...)
	}
	return sources, fromBuild
}

func TestDockerfileCopiesWhatIsThere(t *testing.T) {
	sources, _ := copies(t)
	if len(sources) == 0 {
		t.Fatal("the Dockerfile copies nothing")
	}
	ignored, err := os.ReadFile(filepath.Join(repository, ".dockerignore"))
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if _, err := os.Stat(filepath.Join(repository, source)); err != nil {
			t.Errorf("the Dockerfile copies %s: %v", source, err)
		}
		if !regexp.MustCompile(`(?m)^!` + regexp.QuoteMeta(strings.TrimPrefix(source, "./")) + `$`).Match(ignored) {
			t.Errorf(".dockerignore keeps %s out of the build", source)
		}
	}
}

func TestNginxServesWhatTheDockerfileCopies(t *testing.T) {
	_, fromBuild := copies(t)
	if len(fromBuild) != 1 {
		t.Fatalf("the Dockerfile copies %q from its build stage, want dist alone", fromBuild)
	}
	root := directives(nginxConf(t, map[string]any{"image": image}), "root")
	if len(root) != 1 || root[0] != fromBuild[0][1] {
		t.Errorf("nginx serves %q, the image has the plugin in %q", root, fromBuild[0][1])
	}
}
