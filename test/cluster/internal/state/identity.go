package state

import (
	"crypto/rand"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"
)

// People are the users that tests and the console's user switch sign in as;
// install/manifests/users.yaml says what each may do.
var People = []string{"admin", "vm-admin", "editor", "viewer", "kubevirt-only"}

// identity is one row of kube-apiserver's static token file.
type identity struct {
	// name is the key of the token; a component's kubeconfig is named after it.
	name string
	// user is the name that RBAC sees.
	user   string
	groups string
}

// The KubeVirt components sign in as their service accounts: virt-api's webhook
// silently reverts a VMI status written by anyone else.
func identities() []identity {
	list := []identity{
		{"controller-manager", "system:kube-controller-manager", "system:masters"},
		{"coredns", "system:coredns", ""},
		{"node", "system:node-stand-in", "system:masters"},
	}
	for _, account := range []string{"apiserver", "controller", "handler"} {
		list = append(list, identity{"kubevirt-" + account, "system:serviceaccount:kubevirt:kubevirt-" + account,
			"system:serviceaccounts,system:serviceaccounts:kubevirt"})
	}
	for _, p := range People {
		groups := ""
		if p == "admin" {
			groups = "system:masters"
		}
		list = append(list, identity{p, p, groups})
	}
	return list
}

// Tokens maps an identity's name to its bearer token.
type Tokens map[string]string

// LoadTokens reads the folder's tokens and draws a random one for every
// identity that has none, then writes kube-apiserver's token file.
func (f Folder) LoadTokens() (Tokens, error) {
	byUser := map[string]string{}
	file, err := os.Open(f.Tokens())
	if err == nil {
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			return nil, fmt.Errorf("%s: %w (start once with --fresh)", f.Tokens(), err)
		}
		for _, r := range rows {
			byUser[r[1]] = r[0]
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("tokens: %w", err)
	}
	tokens := Tokens{}
	var out strings.Builder
	w := csv.NewWriter(&out)
	for _, id := range identities() {
		token := byUser[id.user]
		if token == "" {
			b := make([]byte, 24)
			if _, err := rand.Read(b); err != nil {
				return nil, fmt.Errorf("tokens: %w", err)
			}
			token = hex.EncodeToString(b)
		}
		tokens[id.name] = token
		if err := w.Write([]string{token, id.user, "uid-" + id.name, id.groups}); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return tokens, WriteFile(f.Tokens(), []byte(out.String()))
}
