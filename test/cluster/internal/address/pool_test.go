package address

import "testing"

func get(t *testing.T, p *Pool, owner string) string {
	t.Helper()
	a, err := p.Get(owner)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func newPool(t *testing.T, cidr string) *Pool {
	t.Helper()
	p, err := NewPool(cidr)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnOwnerKeepsItsAddress(t *testing.T) {
	p := newPool(t, "10.8.2.0/23")
	if a := get(t, p, "a"); a != "10.8.2.2" {
		t.Errorf("first address %s, want 10.8.2.2", a)
	}
	if a := get(t, p, "b"); a != "10.8.2.3" {
		t.Errorf("second address %s, want 10.8.2.3", a)
	}
	if a := get(t, p, "a"); a != "10.8.2.2" {
		t.Errorf("asked again: %s, want 10.8.2.2", a)
	}
}

func TestAnAddressInUseIsNotHandedOutAfterARestart(t *testing.T) {
	p := newPool(t, "10.8.0.0/23")
	p.Adopt("old", "10.8.0.3")
	p.Adopt("elsewhere", "10.9.0.4")
	seen := map[string]bool{"10.8.0.3": true}
	for _, owner := range []string{"a", "b", "c"} {
		a := get(t, p, owner)
		if seen[a] {
			t.Errorf("%s got %s, which is in use", owner, a)
		}
		seen[a] = true
	}
	if a := get(t, p, "old"); a != "10.8.0.3" {
		t.Errorf("the adopted owner got %s", a)
	}
}

func TestAReleasedAddressComesBackLast(t *testing.T) {
	p := newPool(t, "10.8.0.0/29") // .2 to .6
	get(t, p, "a")
	p.Release("a")
	for _, want := range []string{"10.8.0.3", "10.8.0.4", "10.8.0.5", "10.8.0.6", "10.8.0.2"} {
		if a := get(t, p, want); a != want {
			t.Errorf("got %s, want %s", a, want)
		}
	}
	if a, err := p.Get("one too many"); err == nil {
		t.Errorf("a full range gave %s", a)
	}
}

func TestARangeThatIsNone(t *testing.T) {
	if _, err := NewPool("10.8.0.0"); err == nil {
		t.Error("no error for a range without a length")
	}
}
