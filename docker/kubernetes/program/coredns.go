package main

import (
	"fmt"
	"os"

	"github.com/coredns/caddy"
	_ "github.com/coredns/coredns/core/dnsserver"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/ready"
)

// runCoreDNS starts CoreDNS with the plugins above. Its own main package is not used: it defines flags such as -p and
// -version for the whole process, which kubectl and the others would then have too.
func runCoreDNS(arguments []string) error {
	if len(arguments) != 1 {
		return fmt.Errorf("usage: chaos-kubernetes coredns COREFILE")
	}
	corefile, err := os.ReadFile(arguments[0])
	if err != nil {
		return err
	}
	caddy.AppName = "CoreDNS"
	caddy.TrapSignals()
	instance, err := caddy.Start(caddy.CaddyfileInput{
		Contents: corefile, Filepath: arguments[0], ServerTypeName: "dns",
	})
	if err != nil {
		return err
	}
	instance.Wait()
	return nil
}
