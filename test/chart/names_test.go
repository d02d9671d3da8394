package chart

import (
	"fmt"
	"strings"
	"testing"

	"k8s.io/apimachinery/pkg/util/validation"
)

func TestNames(t *testing.T) {
	long := strings.Repeat("a", 50) + ".b1" // 53 characters: the longest that Helm allows
	cases := map[string]struct {
		release  string
		override string
		want     string
	}{
		"contains the chart's name": {"expose-vm", "", "expose-vm"},
		"does not contain it":       {"prod", "", "prod-expose-vm"},
		"as long as Helm allows":    {long, "", strings.Repeat("a", 50) + "-b1-expose-vm"},
		"begins with a digit":       {"2nd", "", "r2nd-expose-vm"},
		"has a dot":                 {"team.one", "", "team-one-expose-vm"},
		"longer than a Service's":   {"prod", strings.Repeat("x", 62) + "-y", strings.Repeat("x", 62)},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			release := Release{Name: c.release, Namespace: "console-plugins", Values: map[string]any{"image": image, "fullnameOverride": c.override}}
			rendered := render(t, release)
			typed := decode(t, rendered)
			checkReferences(t, typed)
			if typed.service.Name != c.want {
				t.Errorf("the Service is called %q, want %q", typed.service.Name, c.want)
			}
			seen := map[string]bool{}
			for _, object := range rendered.Objects {
				key := fmt.Sprint(object.GetKind(), "/", object.GetName())
				if seen[key] {
					t.Errorf("%s is there twice", key)
				}
				seen[key] = true
				for _, problem := range validation.IsDNS1035Label(object.GetName()) {
					t.Errorf("%s: %s", key, problem)
				}
				for label, value := range object.GetLabels() {
					for _, problem := range validation.IsValidLabelValue(value) {
						t.Errorf("%s: label %s: %s", key, label, problem)
					}
				}
			}
		})
	}
}
