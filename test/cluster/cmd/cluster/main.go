// Command cluster is the local cluster in one multi-call binary: `cluster up`
// supervises, the other commands are the components that it starts as children.
package main

import (
	"fmt"
	"os"
)

const usage = `usage:
  cluster up     --dir FOLDER [--fresh] [--boot-delay 0s] [--stop-delay 0s] [--seed FOLDER] [--api-port 0]
                 [--data-path=false] [--nft FILE]
  cluster status --dir FOLDER
`

func main() {
	if len(os.Args) < 2 {
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	command, args := os.Args[1], os.Args[2:]
	run, ok := commands[command]
	if !ok {
		fmt.Fprintf(os.Stderr, "cluster: there is no command %q\n%s", command, usage)
		os.Exit(2)
	}
	if err := run(args); err != nil {
		fmt.Fprintf(os.Stderr, "cluster %s: %v\n", command, err)
		os.Exit(1)
	}
}
