import type { Diagnosis } from '../../../src/domain/diagnosis/diagnose';
import type { Finding, RuleCode } from '../../../src/domain/diagnosis/finding';
import { portsBlocked } from '../../../src/domain/diagnosis/portsBlocked';
import { numberAtVm } from '../../../src/domain/diagnosis/rules/endpointPorts';
import type { Situation } from '../../../src/domain/diagnosis/situation';
import { addressesOf, slicesOf, takesTraffic } from '../../../src/domain/k8s/endpoints';
import type { Service } from '../../../src/domain/k8s/objects';
import type { PodPort } from '../../../src/domain/network/networkPolicy';
import type { PolicySource } from '../../../src/domain/network/policySource';

/** Where a client stands: what the product distinguishes, and the nodes themselves. */
export type Place = PolicySource | 'node';

/** By which address of the Service a client comes; a headless one gives out the addresses of its pods. */
export type Entrance = 'cluster IP' | 'pod address' | 'node port' | 'load balancer';

/** One way to a VM: from where, by what, on which port of the Service. */
export interface Way {
  readonly place: Place;
  /** the node on which the client is, or by whose address an outside one comes; undefined where it is none of them */
  readonly node: string | undefined;
  readonly entrance: Entrance;
  readonly port: ServicePort;
}

export type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

/**
 * What the product says about one way: that packets get to the guest's port or do not, that it was not checked, or
 * that it depends on something which it names and does not evaluate.
 */
export type Saying = 'reaches' | 'does not reach' | 'not checked' | 'depends';

export interface Claim {
  readonly says: Saying;
  /** the findings that it rests on */
  readonly because: readonly RuleCode[];
}

/** Blocking findings that are about another thing than connections to the Service's own address. */
const ABOUT_OTHERS: ReadonlySet<RuleCode> = new Set<RuleCode>([
  // the load balancer alone
  'L1',
  'L6',
  // where a traffic policy sends connections; see isKeptElsewhere
  'S18',
  'L3',
  // the DNS name of the VM itself
  'H1',
  'H2',
  'H3',
  'H4',
]);

/** Limitations on which a way depends, which the product leaves to the reader. */
function conditionOf({ code }: Finding, { entrance }: Way): boolean {
  if (code === 'S17') return entrance !== 'pod address';
  // which node the load balancer sends to is not known, nor who is in its range, nor what it does without node ports
  return entrance === 'load balancer' && (code === 'L3' || code === 'L4' || code === 'L7');
}

/**
 * True where an address of the VM is in several slices, ready in one of them and not in another: kube-proxy 1.34 takes
 * either, by the order of a Go map (pkg/proxy/endpointslicecache.go, `endpointInfoByServicePort` and `addEndpoints`).
 */
function isLeftToChance({ service, vm, endpointSlices = [] }: Situation): boolean {
  const addresses = addressesOf(vm);
  const own = slicesOf(service, endpointSlices)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter((endpoint) => endpoint.addresses.some((address) => addresses.has(address)));
  return new Set(own.map(takesTraffic)).size > 1;
}

/** True for the port of the pod at which a port of the Service ends. */
const isAtVm = (held: PodPort | undefined, port: ServicePort, situation: Situation): boolean =>
  held?.port === targetOf(port, situation) && held?.protocol === (port.protocol ?? 'TCP');

/**
 * Whether a partly blocking finding is about a port; `portsBlocked` leaves out the ports that no endpoint has, and says
 * nothing where the Service calls one by a name, while K1 lists the numbers.
 */
function isAbout(finding: Finding, { port }: Way, situation: Situation): boolean {
  if (finding.code === 'K1') return finding.facts.ports.some((held) => isAtVm(held, port, situation));
  if (finding.code === 'E3')
    return finding.facts.missing.some(
      (missing) => missing.port === port.port && missing.target === (port.targetPort ?? port.port),
    );
  return portsBlocked([finding], situation.service)?.includes(`${port.port}/${port.protocol ?? 'TCP'}`) ?? true;
}

/** What a limited traffic policy says: only what comes to the node of the VM's endpoint is sent to it. */
function isKeptElsewhere(finding: Finding, { entrance, node }: Way): boolean {
  if (finding.code === 'S18' && entrance === 'cluster IP') return node !== finding.facts.node;
  if (finding.code !== 'L3') return false;
  // which node a load balancer sends to is not known
  return entrance === 'load balancer'
    ? finding.facts.node === undefined
    : entrance === 'node port' && node !== finding.facts.node;
}

/** What the policies say to one place: nothing about nodes, which they never keep from their own pods. */
function saidByPolicies(finding: Finding, way: Way, situation: Situation): Saying | undefined {
  if (finding.code !== 'K1') return undefined;
  if (way.place === 'node') return 'depends';
  const admission = finding.facts.admissions.find(({ port }) => isAtVm(port, way.port, situation));
  if (!admission) return undefined;
  const said = admission.sources[way.place];
  return said === 'allowed' ? undefined : said === 'some' ? 'depends' : 'does not reach';
}

/** The number at the pod: that of its endpoints; where it has none, a name is that of a container's port. */
export function targetOf(port: ServicePort, situation: Situation): number | undefined {
  const { targetPort, protocol = 'TCP' } = port;
  const own = situation.vm.pods.flatMap(({ spec }) => (spec?.containers ?? []).flatMap(({ ports }) => ports ?? []));
  return (
    numberAtVm(situation, port) ??
    own.find(({ name, protocol: of = 'TCP' }) => name === targetPort && of === protocol)?.containerPort
  );
}

/**
 * What the diagnosis says about one way. Its verdict speaks of all clients: of one that is *not reachable* none gets
 * through. Where something gets through, findings say for which ports and which clients it does not.
 *
 * The claim ends at the guest's port: whether something listens there is not in the configuration, and the product says
 * so itself (G1). Guests therefore listen on every port, and where one does not, its own refusal counts as reached.
 */
export function claimOf(way: Way, { verdict, findings }: Diagnosis, situation: Situation): Claim {
  const blocking = findings.filter(({ grade, code }) => grade === 'blocking' && !ABOUT_OTHERS.has(code));
  if (verdict === 'not-checked') return { says: 'not checked', because: [] };
  const because = (of: readonly Finding[]): RuleCode[] => of.map(({ code }) => code);
  if (verdict === 'not-reachable') {
    // that policies allow nobody is not said of the pod's own node, which they never concern
    const isByPolicyAlone = blocking.every(({ code, isPartial }) => code === 'K1' || isPartial);
    if (way.place === 'node' && isByPolicyAlone && blocking.length > 0) return { says: 'depends', because: ['K1'] };
    return { says: 'does not reach', because: because(findings.filter(({ grade }) => grade === 'blocking')) };
  }
  const ofPort = blocking.filter((finding) => finding.isPartial && isAbout(finding, way, situation));
  const elsewhere = findings.filter((finding) => isKeptElsewhere(finding, way));
  const conditions = findings.filter((finding) => conditionOf(finding, way));
  const said = findings.map((finding) => ({ finding, says: saidByPolicies(finding, way, situation) }));
  const shut = [...ofPort.filter(({ code }) => way.place !== 'node' || code !== 'K1'), ...elsewhere];
  const barred = said.filter(({ says }) => says === 'does not reach').map(({ finding }) => finding);
  if (shut.length + barred.length > 0) return { says: 'does not reach', because: because([...shut, ...barred]) };
  const open = said.filter(({ says }) => says === 'depends').map(({ finding }) => finding);
  if (open.length + conditions.length > 0 || isLeftToChance(situation))
    return { says: 'depends', because: because([...open, ...conditions]) };
  return { says: 'reaches', because: [] };
}
