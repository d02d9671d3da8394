package up

import (
	"bytes"
	"strings"
	"testing"

	"expose-vm/test/cluster/internal/state"
)

func TestWhatTheDataPathLacksIsSaidAndWithCIItIsAnError(t *testing.T) {
	for _, c := range []struct {
		report state.DataPath
		wanted bool
		ci     string
		says   string
		fails  bool
	}{
		{state.DataPath{WhyNot: "nft is missing"}, true, "", "no traffic is carried: nft is missing", false},
		{state.DataPath{WhyNot: "nft is missing"}, true, "true", "no traffic is carried: nft is missing", true},
		{state.DataPath{WhyNot: "not asked for"}, false, "true", "no traffic is carried: not asked for", false},
	} {
		t.Setenv("CI", c.ci)
		f, err := state.Open(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if err := f.ReportDataPath(c.report); err != nil {
			t.Fatal(err)
		}
		out := &bytes.Buffer{}
		up := &cluster{Options: Options{DataPath: c.wanted}, folder: f, progress: newProgress(out), failed: make(chan error, 1)}
		err = up.awaitDataPath(t.Context())
		if (err != nil) != c.fails || (err != nil && !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%+v: %v", c, err)
		}
		if !strings.Contains(out.String(), c.says) || up.dataPath != c.report {
			t.Errorf("%+v: %s, %+v", c, out, up.dataPath)
		}
	}
}

func TestPoliciesThatAreNotEnforcedAreSaid(t *testing.T) {
	for _, c := range []struct {
		d    state.DataPath
		want string
	}{
		{state.DataPath{Socket: "s", EnforcesPolicies: true}, ""},
		{state.DataPath{Socket: "s", WhyNoPolicies: "no NFQUEUE"}, "network policies are not enforced: no NFQUEUE"},
		{state.DataPath{WhyNot: "no nft"}, "no traffic is carried: no nft"},
	} {
		if have := c.d.Lacks(); have != c.want {
			t.Errorf("%+v: %q", c.d, have)
		}
	}
}
