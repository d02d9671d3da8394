package chart

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// repository is the top of the repository, seen from this package.
const repository = "../.."

func nginxConf(t *testing.T, values map[string]any) string {
	t.Helper()
	conf := decode(t, render(t, releaseOf(values))).configMaps["expose-vm-nginx"].Data["nginx.conf"]
	if conf == "" {
		t.Fatal("no nginx.conf in the ConfigMap")
	}
	return conf
}

// directives gives the arguments of every use of a directive, in order.
func directives(conf, name string) []string {
	var found []string
	for _, match := range regexp.MustCompile(`(?m)^\s*`+name+`\s+([^;{]+);`).FindAllStringSubmatch(conf, -1) {
		found = append(found, match[1])
	}
	return found
}

func TestNginxListens(t *testing.T) {
	both := directives(nginxConf(t, map[string]any{"image": image}), "listen")
	if strings.Join(both, ", ") != "9443 ssl, [::]:9443 ssl" {
		t.Errorf("listens on %q, want IPv4 and IPv6", both)
	}
	alone := directives(nginxConf(t, map[string]any{"image": image, "ipv6": false}), "listen")
	if strings.Join(alone, ", ") != "9443 ssl" {
		t.Errorf("listens on %q, want IPv4 alone", alone)
	}
}

// A mistake in a brace or a semicolon would only show when the pods start.
func TestNginxConfIsWellFormed(t *testing.T) {
	depth := 0
	for number, line := range strings.Split(nginxConf(t, map[string]any{"image": image}), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		switch line[len(line)-1] {
		case '{':
			depth++
		case '}':
			depth--
		case ';':
		default:
			t.Errorf("line %d ends in neither ; nor a brace: %s", number+1, line)
		}
	}
	if depth != 0 {
		t.Errorf("%d braces are left open", depth)
	}
}

func TestNginxReadsWhatIsMounted(t *testing.T) {
	conf := nginxConf(t, map[string]any{"image": image})
	pod := decode(t, render(t, releaseOf(map[string]any{"image": image}))).deployment.Spec.Template.Spec
	files := append(directives(conf, "ssl_certificate"), directives(conf, "ssl_certificate_key")...)
	files = append(files, directives(conf, "alias")...)
	files = append(files, directives(conf, "pid")...)
	files = append(files, directives(conf, `\w+_temp_path`)...)
	if len(files) != 9 {
		t.Errorf("found %d files in nginx.conf: %q", len(files), files)
	}
	for _, file := range files {
		mounted := false
		for _, mount := range pod.Containers[0].VolumeMounts {
			mounted = mounted || strings.HasPrefix(file, mount.MountPath+"/")
		}
		if !mounted {
			t.Errorf("nothing is mounted for %s", file)
		}
	}
}

// cacheControl answers as nginx's map of $uri does.
func cacheControl(t *testing.T, conf, uri string) string {
	t.Helper()
	entries := regexp.MustCompile(`(?s)map \$uri \$cache_control \{(.*?)\n\s*\}`).FindStringSubmatch(conf)
	if entries == nil {
		t.Fatal("nginx.conf has no map of $uri to $cache_control")
	}
	answer := regexp.MustCompile(`default "([^"]+)"`).FindStringSubmatch(entries[1])[1]
	for _, entry := range regexp.MustCompile(`"~([^"]+)" "([^"]+)"`).FindAllStringSubmatch(entries[1], -1) {
		if regexp.MustCompile(entry[1]).MatchString(uri) {
			return entry[2]
		}
	}
	return answer
}

func TestNginxCaching(t *testing.T) {
	conf := nginxConf(t, map[string]any{"image": image})
	uris := map[string]bool{
		"/plugin-manifest.json":                          false,
		"/plugin-entry.js":                               false,
		"/config.json":                                   false,
		"/locales/en/plugin__expose-vm.json":             false,
		"/exposed-servicesTab-chunk.js":                  false,
		"/exposed-servicesTab-chunk-0123456789abcdef.js": false,
		"/exposed-servicesTab-chunk-0a1b2c3d4e5f.min.js": true,
		"/expose-vm-bundle-0a1b2c3d4e5f.min.js":          true,
	}
	for uri, immutable := range uris {
		if got := strings.Contains(cacheControl(t, conf, uri), "immutable"); got != immutable {
			t.Errorf("%s is cached for ever: %t, want %t", uri, got, immutable)
		}
	}
}

func TestNginxKeepsNothingThatBeginsAPage(t *testing.T) {
	conf := nginxConf(t, map[string]any{"image": image})
	for uri, want := range map[string]string{
		"/plugin-manifest.json":                       "no-store",
		"/plugin-entry.js":                            "no-store",
		"/config.json":                                "no-store",
		"/locales/en/plugin__expose-vm.json":          "no-cache",
		"/locales/fr/7-words-0a1b2c3d.json":           "public, max-age=31536000, immutable",
		"/locales/fr/plugin-manifest.json":            "no-cache",
		"/4321-chunk-0a1b2c3d.min.js.LICENSE.txt":     "no-cache",
		"/exposed-servicesTabs-chunk-0a1b2c3d.min.js": "public, max-age=31536000, immutable",
	} {
		if got := cacheControl(t, conf, uri); got != want {
			t.Errorf("%s is cached as %q, want %q", uri, got, want)
		}
	}
}

func TestNginxServesCompressedFiles(t *testing.T) {
	for name, want := range map[string]map[string]string{
		"required only": {"gzip": "on", "gzip_static": "", "gunzip": ""},
		// config.json is written when the pod starts, and is not compressed
		"release file": {"gzip": "", "gzip_static": "always, off", "gunzip": "on"},
	} {
		conf := nginxConf(t, valueSets[name])
		for directive, value := range want {
			if got := strings.Join(directives(conf, directive), ", "); got != value {
				t.Errorf("%s: %s is %q, want %q", name, directive, got, value)
			}
		}
	}
}

func TestNginxTLS(t *testing.T) {
	for want, tls := range map[string]map[string]any{
		"TLSv1.2 TLSv1.3":     {"minVersion": "TLSv1.2"},
		"TLSv1.3":             {"minVersion": "TLSv1.3"},
		"TLSv1.2 TLSv1.3 A:B": {"ciphers": []any{"A", "B"}},
	} {
		conf := nginxConf(t, map[string]any{"image": image, "tls": tls})
		got := append(directives(conf, "ssl_protocols"), directives(conf, "ssl_ciphers")...)
		if strings.Join(got, " ") != want {
			t.Errorf("TLS is %q, want %q", got, want)
		}
	}
}

// With the built plugin there, every script but the entry must be cached: a changed file name would go unnoticed.
func TestNginxCachesTheBuiltChunks(t *testing.T) {
	manifest, err := os.ReadFile(filepath.Join(repository, "dist", "plugin-manifest.json"))
	if os.IsNotExist(err) {
		t.Skip("the plugin is not built: no dist/plugin-manifest.json")
	}
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		LoadScripts []string `json:"loadScripts"`
	}
	if err := json.Unmarshal(manifest, &read); err != nil {
		t.Fatal(err)
	}
	scripts, err := filepath.Glob(filepath.Join(repository, "dist", "*.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	conf := nginxConf(t, map[string]any{"image": image})
	for _, script := range scripts {
		name := filepath.Base(script)
		if !strings.Contains(cacheControl(t, conf, "/"+name), "immutable") && !strings.HasPrefix(name, "plugin-entry") {
			t.Errorf("%s would be fetched again on every page", name)
		}
	}
	if len(read.LoadScripts) == 0 {
		t.Error("the manifest names no script")
	}
}
