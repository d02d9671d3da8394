// Command clients is the real kubectl and the real virtctl in one binary: the
// tests paste the commands that the product shows, and these two run them. It is
// the one whose name it was started by (a link to it), or that its first argument
// names. `oc` is kubectl, of which the real oc is a superset.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

var clients = map[string]func() int{"oc": kubectl, "virtctl": virtctl}

// Both parse os.Args themselves, so each gets the command line it knows.
func main() {
	name := filepath.Base(os.Args[0])
	if clients[name] == nil {
		if len(os.Args) < 2 || clients[os.Args[1]] == nil {
			fmt.Fprintln(os.Stderr, "usage: clients oc|virtctl ARGUMENT...")
			os.Exit(2)
		}
		name = os.Args[1]
		os.Args = slices.Clone(os.Args[1:])
	}
	os.Exit(clients[name]())
}
