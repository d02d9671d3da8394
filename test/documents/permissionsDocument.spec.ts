import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KUBEVIRT, DNS_CONFIG, MODELS } from '../../src/cluster/port/models';
import type { Kind } from '../../src/domain/k8s/objects';
import type { Right } from '../../src/domain/k8s/rights';
import { ACCESS_OF, type AccessAttributes } from '../../src/domain/steps/rights';
import { READ_WORDS, RIGHT_WORDS } from './permissionWords';

const FILE = path.join(__dirname, '../../docs/permissions.md');

/** A row that test/cluster/internal/install/permissions_test.go reads. */
const row = (task: string, { group, resource, subresource, verb }: AccessAttributes, role: string): string =>
  `| ${task} | \`${verb}\` | \`${subresource ? `${resource}/${subresource}` : resource}\` | ${group ? `\`${group}\`` : 'core'} | \`${role}\` |`;

const rightRows = (Object.keys(RIGHT_WORDS) as Right[]).map((right) => {
  const { task, role } = RIGHT_WORDS[right];
  return row(task, ACCESS_OF[right], role);
});

/** Of its namespace alone a user can read the one by its name. */
const readRow = (task: string, { apiGroup = '', plural }: { apiGroup?: string; plural: string }, role: string) =>
  row(task, { group: apiGroup, resource: plural, verb: plural === 'namespaces' ? 'get' : 'list' }, role);
const readRows = (Object.keys(READ_WORDS) as Kind[]).map((kind) => readRow(READ_WORDS[kind], MODELS[kind], 'view'));
const clusterRows = [
  readRow('whether labels of a template reach the running instance', KUBEVIRT, 'view'),
  row(
    'the DNS domain',
    { group: DNS_CONFIG.apiGroup ?? '', resource: DNS_CONFIG.plural, verb: 'get' },
    'cluster-admin',
  ),
  row('whose address this is', { group: '', resource: 'nodes', verb: 'list' }, 'cluster-admin'),
];

/** Enough to expose VMs without changing them, beside `view`. */
const EXPOSE_ONLY: readonly Right[] = [
  'createService',
  'patchService',
  'deleteService',
  'createRoute',
  'patchRoute',
  'deleteRoute',
];
const rules = [...new Set(EXPOSE_ONLY.map((right) => ACCESS_OF[right].resource))].map((resource) => {
  const accesses = EXPOSE_ONLY.map((right) => ACCESS_OF[right]).filter((access) => access.resource === resource);
  const verbs = accesses.map(({ verb }) => verb).join(', ');
  return `  - { apiGroups: ['${accesses[0]?.group ?? ''}'], resources: [${resource}], verbs: [${verbs}] }`;
});

const document = `# Permissions

Expose VM has no permissions of its own: all that the pages read or change is read or changed by the user who is logged
in. What a user has no permission for is not offered, or is offered as a request to an administrator with the manifest
and the commands.

The role is the smallest stock role that has the permission, given in the project of the VM: \`view\`, \`edit\`, or
\`cluster-admin\` for the whole cluster. \`admin\` of a project has all that \`edit\` has. This holds as long as
OpenShift Virtualization adds its roles to the stock roles, which is its default. Any other role that has the
permission does as well.

This file is generated from [the rights in the code](../src/domain/steps/rights.ts) with
\`UPDATE_DOCS=1 npx jest permissionsDocument\`; a test fails when it is outdated, and another one compares the roles with
those of Kubernetes and KubeVirt.

## What users do

| To | Verb | Resource | API group | Role |
|---|---|---|---|---|
${rightRows.join('\n')}

## A role of your own

For example for users who can expose VMs and cannot change or restart them. Give it together with \`view\`:

\`\`\`yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: expose-vms
rules:
${rules.join('\n')}
\`\`\`

With it, *This VM only* works, and *VMs with a label* for labels that the VMs have already.

## What the pages read

Without one of these the status is *Not checked* where it depends on it, and the page says what could not be read.
Without VirtualMachines or Services there is nothing to show. Most are also watched (\`watch\`), and single objects are
read (\`get\`).

| For | Verb | Resource | API group | Role |
|---|---|---|---|---|
${[...readRows, ...clusterRows].join('\n')}

*Exposed VMs* of all projects takes \`list\` on VirtualMachines and Services in all projects; other users see the projects
that they can view. The pages look for policies of other kinds (AdminNetworkPolicy, MultiNetworkPolicy, Cilium, Calico,
Istio) where the cluster has them and the user can list them.
`;

describe('docs/permissions.md', () => {
  it('says what the code asks for', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, document);
    expect(readFileSync(FILE, 'utf8')).toBe(document);
  });
});
