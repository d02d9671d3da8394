import type { TestOutcome } from '../cluster-test/testOutcome';
import type { Diagnosis } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import { endsWith, portsBlocked, type Comes } from '../diagnosis/portsBlocked';
import type { Input } from '../diagnosis/situation';
import { traitsOf } from '../k8s/exposedTypes';
import type { Route, Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { routeState } from '../service/routeUrl';
import { awaitsLoadBalancer } from '../service/serviceAddresses';
import { portsServed } from './picturePorts';

/** One VM of a result, with what was found and what the last test told. */
export interface ResultVm {
  readonly vm: SeenVm;
  readonly diagnosis: Diagnosis;
  readonly test: TestOutcome | undefined;
}

/** From where clients reach a Service. */
export type Reach = 'inside' | 'outside';

/** What the result says first. */
export type Headline =
  /** the Service is a DNS alias and selects nothing */
  | { readonly says: 'alias' }
  | { readonly says: 'reachable'; readonly from: Reach }
  /** of several VMs not all are reached */
  | { readonly says: 'some-reachable'; readonly reached: number; readonly finding: Finding | undefined }
  /** no ports where it is not known which are blocked */
  | { readonly says: 'partly-reachable'; readonly reached: readonly string[]; readonly blocked: readonly string[] }
  | { readonly says: 'not-reachable'; readonly finding: Finding | undefined }
  /** nothing is wrong that a start would not end */
  | { readonly says: 'later'; readonly comes: Comes }
  | { readonly says: 'waiting-for-address' }
  | { readonly says: 'waiting-for-router' }
  /** the configuration is fine, a test was not */
  | { readonly says: 'test-failed'; readonly test: TestOutcome }
  | { readonly says: 'not-checked'; readonly lacks: readonly Input[] };

const firstBlock = ({ findings }: Diagnosis): Finding | undefined =>
  findings.find(({ grade, isPartial }) => grade === 'blocking' && !isPartial);

/** What is said of VMs of which not every one is reached. */
function ofUnreached(vms: readonly ResultVm[], unreached: readonly ResultVm[]): Headline {
  const [first] = unreached;
  const finding = first && firstBlock(first.diagnosis);
  if (unreached.length < vms.length) return { says: 'some-reachable', reached: vms.length - unreached.length, finding };
  const comes = unreached.map(({ diagnosis }) => endsWith(diagnosis.findings));
  return comes[0] && comes.every(Boolean) ? { says: 'later', comes: comes[0] } : { says: 'not-reachable', finding };
}

/**
 * Which headline a result has: the worst that is true. Green only where everything that blocks was read and no test
 * failed.
 * @param route the Route of the same run; undefined where there is none
 */
export function resultHeadline(service: Service, vms: readonly ResultVm[], route: Route | undefined): Headline {
  const { selectsPods, hasNodePorts } = traitsOf(service);
  if (!selectsPods) return { says: 'alias' };
  const unreached = vms.filter(({ diagnosis }) => diagnosis.verdict === 'not-reachable');
  if (unreached.length > 0) return ofUnreached(vms, unreached);
  if (awaitsLoadBalancer(service)) return { says: 'waiting-for-address' };
  const lacks = [...new Set(vms.flatMap(({ diagnosis }) => diagnosis.lacks))];
  if (vms.some(({ diagnosis }) => diagnosis.verdict === 'not-checked')) return { says: 'not-checked', lacks };
  const partly = vms.find(({ diagnosis }) => diagnosis.verdict === 'partly-reachable');
  const state = route && routeState(route);
  if (state && !state.isAdmitted && state.refusal === undefined) return { says: 'waiting-for-router' };
  if (partly) {
    const blocked = portsBlocked(partly.diagnosis.findings, service) ?? [];
    const reached = portsServed(service).filter((port) => !blocked.includes(port));
    return { says: 'partly-reachable', reached: blocked.length > 0 ? reached : [], blocked };
  }
  const failed = vms.find(({ test }) => test && test.bad > 0);
  if (failed?.test) return { says: 'test-failed', test: failed.test };
  return { says: 'reachable', from: route || hasNodePorts ? 'outside' : 'inside' };
}

/** A finding with the VM that it was found of. */
interface FindingOfVm<Vm> {
  readonly finding: Finding;
  readonly of: Vm;
}

/**
 * The findings that a result tells below its headline: why some ports are blocked, or what limits a VM that is reached,
 * such as a label that the next restart loses. What was found of one VM is not told of another one again.
 */
export function furtherFindings<Vm extends ResultVm>(
  { says }: Headline,
  vms: readonly Vm[],
): readonly FindingOfVm<Vm>[] {
  if (says !== 'partly-reachable' && says !== 'reachable') return [];
  const wanted = says === 'reachable' ? 'limitation' : 'blocking';
  const told: FindingOfVm<Vm>[] = [];
  for (const of of vms) {
    const known = new Set(told.map(({ finding }) => finding.code));
    const own = of.diagnosis.findings.filter(({ grade, code }) => grade === wanted && !known.has(code));
    told.push(...own.map((finding) => ({ finding, of })));
  }
  return told;
}
