package agent

import (
	"fmt"

	"github.com/google/nftables"
	"github.com/google/nftables/binaryutil"
	"github.com/google/nftables/expr"
	"github.com/google/nftables/xt"

	"expose-vm/test/cluster/internal/datapath/netns"
)

// queue is the number of the queue; each network namespace has its own.
const queue = 100

// CanQueue says why the kernel cannot queue packets, nil when it can; it tries in a
// namespace that is free of rules.
func CanQueue(in *netns.Namespace) error {
	return in.Do(func() error {
		if _, err := divert(); err != nil {
			return fmt.Errorf("the kernel has neither nft's queue expression nor the target NFQUEUE: %w", err)
		}
		c, err := nftables.New()
		if err != nil {
			return err
		}
		c.DelTable(diversion())
		_ = c.Flush() // there is none where the kernel has nft's own expression
		return nil
	})
}

// divert queues the first packets of all connections by the xtables target NFQUEUE,
// for kernels that lack nft's own expression, which kube-network-policies uses. On
// others it only finds out that they have it: native is true then.
func divert() (native bool, err error) {
	if err := tryNative(); err == nil {
		return true, nil
	}
	c, err := nftables.New()
	if err != nil {
		return false, err
	}
	// Added so that it can be deleted: what an agent that was killed has left.
	c.AddTable(diversion())
	c.DelTable(diversion())
	table := c.AddTable(diversion())
	chain := c.AddChain(&nftables.Chain{Name: "postrouting", Table: table, Type: nftables.ChainTypeFilter,
		Hooknum: nftables.ChainHookPostrouting, Priority: nftables.ChainPriorityRef(*nftables.ChainPriorityNATSource - 5)})
	for _, rule := range firstPackets() {
		c.AddRule(&nftables.Rule{Table: table, Chain: chain, Exprs: rule})
	}
	return false, c.Flush()
}

func diversion() *nftables.Table {
	return &nftables.Table{Name: "expose-vm-queue", Family: nftables.TableFamilyIPv4}
}

// firstPackets are the rules of kube-network-policies itself (syncNFTablesRules): the
// node's own packets and those of known connections pass, all others are queued.
func firstPackets() [][]expr.Any {
	zero := []byte{0, 0, 0, 0}
	known := binaryutil.NativeEndian.PutUint32(expr.CtStateBitESTABLISHED | expr.CtStateBitRELATED)
	number := xt.Unknown(binaryutil.NativeEndian.PutUint16(queue))
	return [][]expr.Any{
		{&expr.Meta{Key: expr.MetaKeySKUID, Register: 1}, &expr.Cmp{Op: expr.CmpOpEq, Register: 1, Data: zero},
			&expr.Verdict{Kind: expr.VerdictAccept}},
		{&expr.Ct{Register: 1, Key: expr.CtKeySTATE}, &expr.Bitwise{SourceRegister: 1, DestRegister: 1, Len: 4, Mask: known, Xor: zero},
			&expr.Cmp{Op: expr.CmpOpNeq, Register: 1, Data: zero}, &expr.Verdict{Kind: expr.VerdictAccept}},
		{&expr.Target{Name: "NFQUEUE", Rev: 0, Info: &number}},
	}
}

// tryNative adds nft's own expression to a table of its own and removes that again.
func tryNative() error {
	c, err := nftables.New()
	if err != nil {
		return err
	}
	table := c.AddTable(&nftables.Table{Name: "expose-vm-probe", Family: nftables.TableFamilyINet})
	chain := c.AddChain(&nftables.Chain{Name: "probe", Table: table})
	c.AddRule(&nftables.Rule{Table: table, Chain: chain, Exprs: []expr.Any{&expr.Queue{Num: queue}}})
	if err := c.Flush(); err != nil {
		return err
	}
	c.DelTable(table)
	return c.Flush()
}
