package launcher

import (
	"github.com/google/nftables"

	"expose-vm/test/cluster/internal/datapath/netns"
)

// Freeze makes a guest answer nothing, as one that is paused, or not there yet.
func Freeze(guest *netns.Namespace) error {
	return guest.Do(func() error {
		c, err := nftables.New()
		if err != nil {
			return err
		}
		drop := nftables.ChainPolicyDrop
		table := c.AddTable(frozen())
		for name, hook := range map[string]*nftables.ChainHook{"input": nftables.ChainHookInput, "output": nftables.ChainHookOutput} {
			c.AddChain(&nftables.Chain{Name: name, Table: table, Type: nftables.ChainTypeFilter, Hooknum: hook,
				Priority: nftables.ChainPriorityFilter, Policy: &drop})
		}
		return c.Flush()
	})
}

// Thaw lets a guest that is frozen answer again.
func Thaw(guest *netns.Namespace) error {
	return guest.Do(func() error {
		c, err := nftables.New()
		if err != nil {
			return err
		}
		c.DelTable(frozen())
		return c.Flush()
	})
}

func frozen() *nftables.Table {
	return &nftables.Table{Name: "frozen", Family: nftables.TableFamilyIPv4}
}
