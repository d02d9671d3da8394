package listen

import (
	"net/netip"
	"slices"
	"strings"
	"testing"
)

func TestTheAnnotationNamesPorts(t *testing.T) {
	have, err := Parse(" 80/tcp, 127.0.0.1:5432/tcp,53/udp ")
	want := []Port{{"tcp", netip.MustParseAddrPort("0.0.0.0:80")}, {"tcp", netip.MustParseAddrPort("127.0.0.1:5432")}, {"udp", netip.MustParseAddrPort("0.0.0.0:53")}}
	if err != nil || !slices.Equal(have, want) {
		t.Errorf("%v %v", have, err)
	}
	for _, empty := range []string{"", "  "} {
		if have, err := Parse(empty); err != nil || have != nil {
			t.Errorf("%q: %v %v", empty, have, err)
		}
	}
}

func TestAnAnnotationThatMakesNoSenseIsAnErrorThatNamesThePart(t *testing.T) {
	for text, want := range map[string]string{
		"nonsense":           `"nonsense" does not end with /tcp or /udp`,
		"80":                 `"80" does not end with /tcp or /udp`,
		"80/sctp":            `"80/sctp" does not end with /tcp or /udp`,
		"80/tcp,":            `"" does not end with /tcp or /udp`,
		"0/tcp":              `"0" is no port between 1 and 65535`,
		"65536/tcp":          `"65536" is no port between 1 and 65535`,
		"-1/udp":             `"-1" is no port between 1 and 65535`,
		"http/tcp":           `"http" is no port between 1 and 65535`,
		"localhost:80/tcp":   `"localhost" is no IPv4 address`,
		"[::1]:80/tcp":       `is no IPv4 address`,
		"80/tcp, 80/tcp":     `"80/tcp" is there twice`,
		"80/tcp, broken/tcp": `"broken" is no port`,
	} {
		if have, err := Parse(text); err == nil || have != nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want %s", text, have, err, want)
		}
	}
}
