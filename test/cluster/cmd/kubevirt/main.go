// Command kubevirt is KubeVirt's virt-api and virt-controller, as they are, in
// one binary; `cluster up` starts both.
package main

import (
	"fmt"
	"os"

	"kubevirt.io/client-go/log"
	"kubevirt.io/kubevirt/pkg/service"
	virtapi "kubevirt.io/kubevirt/pkg/virt-api"
	virtcontroller "kubevirt.io/kubevirt/pkg/virt-controller/watch"

	"expose-vm/test/cluster/internal/supervise"
)

// Both parse os.Args and end the process themselves, so each gets the command
// line it knows.
func main() {
	if len(os.Args) < 2 {
		fail()
	}
	os.Args = os.Args[1:]
	switch os.Args[0] {
	case "virt-api":
		supervise.AwaitRelease()
		log.InitializeLogging("virt-api")
		app := virtapi.NewVirtApi()
		service.Setup(app)
		app.Execute()
	case "virt-controller":
		supervise.AwaitRelease()
		virtcontroller.Execute()
	default:
		fail()
	}
}

func fail() {
	fmt.Fprintln(os.Stderr, "kubevirt: started by `cluster up`, not by hand")
	os.Exit(2)
}
