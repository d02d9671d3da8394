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
	for range p.size() {
		p.last = p.last.Next()
		// The last address of a range is its broadcast address.
		if !p.prefix.Contains(p.last.Next()) {
			p.last = p.prefix.Addr().Next().Next()
		}
		if _, taken := p.inUse[p.last]; !taken {
			p.byOwner[owner], p.inUse[p.last] = p.last, owner
			return p.last.String(), nil
		}
	}
	return "", fmt.Errorf("no free address in %s", p.prefix)
}

func (p *Pool) size() int { return 1 << (p.prefix.Addr().BitLen() - p.prefix.Bits()) }

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

// Contains says whether an address is of the range, whoever has it.
func (p *Pool) Contains(addr string) bool {
	a, err := netip.ParseAddr(addr)
	return err == nil && p.prefix.Contains(a)
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
