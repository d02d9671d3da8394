import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BLIND_SPOTS, ruleOf } from '../../src/domain/diagnosis/catalogue';
import type { RuleCode } from '../../src/domain/diagnosis/finding';
import type { Grade } from '../../src/domain/diagnosis/rule';
import { findingText, findingTitle, fixLabel } from '../../src/ui/text/findings/findingText';
import { CATALOGUE_WORDS } from '../../src/domain/diagnosis/words/catalogueWords';
import { exampleOf } from '../../src/domain/diagnosis/words/examples';
import { BLIND_SPOT_SENTENCES } from '../../src/ui/text/findings/policy';
import { t } from '../components/texts';

const FILE = path.join(__dirname, '../../docs/diagnosis.md');
const GRADES: Readonly<Record<Grade, string>> = {
  blocking: 'Blocking',
  limitation: 'Limitation',
  note: 'Note',
};
const CODES = Object.keys(CATALOGUE_WORDS) as (keyof typeof CATALOGUE_WORDS)[];

/** Grade, hop, headline with meaning, and the button of a code. */
const told = (code: (typeof CODES)[number]): readonly string[] => {
  const blind = BLIND_SPOTS.find((spot) => spot.code === code);
  if (blind) return ['Always not checked', blind.hop, BLIND_SPOT_SENTENCES[blind.code](t, ['AdminNetworkPolicy'])];
  const example = exampleOf(code as RuleCode);
  const meaning = `**${findingTitle(t, example)}.** ${findingText(t, example)}`;
  return [GRADES[example.grade], example.hop, meaning];
};

/** What to do, with the button where there is one. */
const todo = (code: (typeof CODES)[number], remedy: string): string => {
  const label = ruleOf(code as RuleCode) && fixLabel(t, exampleOf(code as RuleCode), []);
  return label ? `${remedy} Button: *${label}*.` : remedy;
};

const row = (code: (typeof CODES)[number]): string => {
  const reads = (ruleOf(code as RuleCode)?.reads ?? []).map((input) => `\`${input}\``).join(', ');
  const { detected, remedy } = CATALOGUE_WORDS[code];
  return `| ${[code, ...told(code), `${detected}${reads ? ` (reads ${reads})` : ''}`, todo(code, remedy)].join(' | ')} |`;
};

const document = `# The diagnosis catalogue

What the Services tab tells about a Service and a virtual machine (VM). This file is generated from
[the catalogue](../src/domain/diagnosis/catalogue.ts) with \`UPDATE_DOCS=1 npx jest diagnosisDocument\`; a test fails when it is outdated.

A rule that could not read what it needs (no permission, not available, not loaded) is *Not checked*, never *OK*. In each layer, the first
blocking rule is the reason; all limitations and notes are shown. The meaning of each rule is shown with an example.
A connection passes client → Route → Service → EndpointSlice → pod → network interface → guest. The rules read the configuration and send no
traffic; a [connection test](testFromCluster.md) does.

| Rule | Grade | Hop | Meaning | Detected by | What to do |
|---|---|---|---|---|---|
${CODES.map(row).join('\n')}

Where an EndpointSlice that is kept by hand sends connections to the VM, its ports and readiness count, and the selector does not (E7).

## What is proven

\`npm run prove\` (a set of it is a stage of \`npm test\`) makes random situations in the local cluster, dials really, and fails where a dial
disagrees with the verdict, for each port and for each place that the product tells apart: the same project, another one, the router's, the
platform's, the nodes, and outside by node port and load balancer. A situation is a Service with all that decides over it; two of them share a
project, its VMs and its policies. It also applies each fix that is offered for something that blocks: nothing gets through before, all does after.
For a limitation (S7, S8, S11, V7, A1), what it warns of is made to happen with the fix and without. Clients are followed over a restart and a live
migration. The dials are carried by the kernel, kube-proxy 1.34, KubeVirt's own rules for an interface, CoreDNS and
sigs.k8s.io/kube-network-policies 0.7.0.

- A claim ends at the guest's port. Whether something listens there is not in the configuration (G1): guests listen on every port that is dialled,
  and where one does not, its own refusal counts as reached.
- What is *some* clients, or a condition that the product names and does not evaluate (S17, L3 and L4 of a load balancer, L7), is counted apart,
  and so is *Not checked*.
- So is an address that one EndpointSlice calls ready and another not: which of the two kube-proxy 1.34 takes is left to chance
  (pkg/proxy/endpointslicecache.go goes over a map).
- Nodes are not held against network policies, which never block the pod's own node.
- Not proven: OVN-Kubernetes itself (what is reached is the same question there, whether the rest is refused or dropped is not), IPv6, SCTP,
  user-defined and secondary networks, Routes, AdminNetworkPolicies, egress policies of clients, probes by command.
`;

describe('docs/diagnosis.md', () => {
  it('says what the entries say', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, document);
    expect(readFileSync(FILE, 'utf8')).toBe(document);
  });
});
