package chart

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func dockerfile(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// copies gives the sources and the destination of every COPY of the Dockerfile, apart from those from another stage.
func copies(t *testing.T) (sources []string, fromBuild [][2]string) {
	t.Helper()
	for _, match := range regexp.MustCompile(`(?m)^COPY (.+)$`).FindAllStringSubmatch(dockerfile(t), -1) {
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

// imported gives a script of the repository with all that it imports from there, and what those import.
func imported(t *testing.T, script string, seen map[string]bool) {
	t.Helper()
	if seen[script] {
		return
	}
	seen[script] = true
	text, err := os.ReadFile(filepath.Join(repository, script))
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range regexp.MustCompile(`(?m)^(?:import|export) .*'(\.[^']+)';$`).FindAllStringSubmatch(string(text), -1) {
		file := filepath.Join(filepath.Dir(script), match[1])
		for _, extension := range []string{"", ".ts", ".json"} {
			if info, err := os.Stat(filepath.Join(repository, file+extension)); err == nil && !info.IsDir() {
				imported(t, file+extension, seen)
				break
			}
		}
	}
}

func TestDockerfileCopiesWhatItsScriptsImport(t *testing.T) {
	sources, _ := copies(t)
	scripts := map[string]bool{}
	for _, script := range []string{"webpack.config.ts", "dev/sbom.mjs"} {
		imported(t, script, scripts)
	}
	if len(scripts) < 6 {
		t.Fatalf("the scripts import only %v", scripts)
	}
	for script := range scripts {
		if !slices.ContainsFunc(sources, func(source string) bool {
			return source == script || strings.HasPrefix(script, strings.TrimPrefix(source, "./")+"/")
		}) {
			t.Errorf("the build imports %s, which the Dockerfile does not copy", script)
		}
	}
}

func TestNginxServesWhatTheDockerfileCopies(t *testing.T) {
	_, fromBuild := copies(t)
	want := map[string]string{"/build/licenses": "/licenses"}
	root := directives(nginxConf(t, map[string]any{"image": image}), "root")
	if len(root) != 1 {
		t.Fatalf("nginx has the roots %q, want one", root)
	}
	want["/build/dist"] = root[0]
	got := map[string]string{}
	for _, copied := range fromBuild {
		got[copied[0]] = copied[1]
	}
	if !maps.Equal(got, want) {
		t.Errorf("the Dockerfile copies from its build stage %v, want %v", got, want)
	}
}

func TestDockerfileBuildsOnceForAllArchitectures(t *testing.T) {
	stages := regexp.MustCompile(`(?m)^FROM .+$`).FindAllString(dockerfile(t), -1)
	if len(stages) != 2 {
		t.Fatalf("the Dockerfile has the stages %q, want two", stages)
	}
	if !strings.HasPrefix(stages[0], "FROM --platform=$BUILDPLATFORM ") {
		t.Errorf("%q is run once for each architecture, emulated", stages[0])
	}
	for _, stage := range stages {
		// <release>-<time of the build>, and the digest once Renovate has added it
		if !regexp.MustCompile(`:[0-9.]+-[0-9]{10}(@sha256:[0-9a-f]{64})?( AS \w+)?$`).MatchString(stage) {
			t.Errorf("%q does not name a build of its base", stage)
		}
	}
	_, last, _ := strings.Cut(dockerfile(t), stages[1])
	if regexp.MustCompile(`(?m)^RUN `).MatchString(last) {
		t.Error("the last stage runs something, which has to be emulated for other architectures")
	}
}

// What preflight, the tool of Red Hat's certification, and the OCI's image specification name.
func TestDockerfileLabels(t *testing.T) {
	labels := map[string]string{}
	for _, match := range regexp.MustCompile(`([\w.-]+)="([^"]*)"`).FindAllStringSubmatch(dockerfile(t), -1) {
		labels[match[1]] = match[2]
	}
	for _, name := range []string{
		"name", "vendor", "maintainer", "version", "release", "summary", "description",
		"org.opencontainers.image.title", "org.opencontainers.image.licenses", "org.opencontainers.image.version",
		"org.opencontainers.image.revision", "org.opencontainers.image.created", "org.opencontainers.image.source",
	} {
		if labels[name] == "" {
			t.Errorf("the image has no label %s", name)
		}
	}
	for _, value := range labels {
		for _, reference := range regexp.MustCompile(`\$\{(\w+)\}`).FindAllStringSubmatch(value, -1) {
			if !regexp.MustCompile(`(?m)^ARG ` + reference[1] + `=`).MatchString(dockerfile(t)) {
				t.Errorf("the label %q is made of %s, which is no argument", value, reference[1])
			}
		}
	}
}
