// Package address hands out addresses of a range and takes them back.
package address

import (
	"fmt"
	"net/netip"
	"sync"
)

// Pool gives each owner one address of a prefix. It goes round the range before
// it uses an address again, so that something stale seldom points at a new owner.
type Pool struct {
	mu      sync.Mutex
	prefix  netip.Prefix
	last    netip.Addr
	byOwner map[string]netip.Addr
	inUse   map[netip.Addr]string
}

// NewPool keeps the first two addresses back: the network's own and, as in a
// node's pod network, the gateway's.
func NewPool(cidr string) (*Pool, error) {
	p, err := netip.ParsePrefix(cidr)
	if err != nil {
		return nil, fmt.Errorf("address range: %w", err)
	}
	p = p.Masked()
	return &Pool{prefix: p, last: p.Addr().Next(), byOwner: map[string]netip.Addr{}, inUse: map[netip.Addr]string{}}, nil
}

// Get returns the owner's address, a new one when it has none.
func (p *Pool) Get(owner string) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if a, ok := p.byOwner[owner]; ok {
		return a.String(), nil
	}
	start := p.last
	for {
		a := p.last.Next()
		// The last address of a range is its broadcast address.
		if !p.prefix.Contains(a) || !p.prefix.Contains(a.Next()) {
			a = p.prefix.Addr().Next().Next()
		}
		p.last = a
		if _, taken := p.inUse[a]; !taken {
			p.byOwner[owner], p.inUse[a] = a, owner
			return a.String(), nil
		}
		if a == start {
			return "", fmt.Errorf("no free address in %s", p.prefix)
		}
		if !p.prefix.Contains(start) || start == p.prefix.Addr().Next() {
			start = a // the very first call starts at the gateway, which the walk never meets again
		}
	}
}

// Adopt records an address that an owner already has, as after a restart.
// Addresses outside the range are ignored.
func (p *Pool) Adopt(owner, addr string) {
	a, err := netip.ParseAddr(addr)
	if err != nil || !p.prefix.Contains(a) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, taken := p.inUse[a]; taken {
		return
	}
	p.byOwner[owner], p.inUse[a] = a, owner
	if p.last.Less(a) {
		p.last = a
	}
}

// Release takes an owner's address back; an owner without one is fine.
func (p *Pool) Release(owner string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if a, ok := p.byOwner[owner]; ok {
		delete(p.byOwner, owner)
		delete(p.inUse, a)
	}
}
