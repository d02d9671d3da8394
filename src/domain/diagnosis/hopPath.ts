import { isAnsweredWholly, type TestOutcome } from '../cluster-test/testOutcome';
import { openHopOf } from './catalogue';
import type { Diagnosis } from './diagnose';
import type { RuleCode } from './finding';
import type { Hop } from './rule';

/** All hops, the way in order. */
export const HOPS: readonly Hop[] = ['client', 'Route', 'Service', 'EndpointSlice', 'Pod', 'NIC', 'guest'];

/**
 * `blocked-here` by a blocking finding, `partly-blocked` where only some ports, clients or names are; `not-checked`
 * where nothing is known to be wrong but not everything was read; `not-reached` behind a broken one, unless something
 * is wrong there.
 */
export type HopState = 'ok' | 'limited' | 'partly-blocked' | 'blocked-here' | 'not-checked' | 'not-reached';

export interface HopOnPath {
  readonly hop: Hop;
  readonly state: HopState;
  /** the findings of this hop */
  readonly codes: readonly RuleCode[];
  /** what a connection test told, at the guest and only there */
  readonly test?: TestOutcome;
}

/** A hop by itself, whatever is before it on the way. */
function hopAlone({ findings, notChecked }: Diagnosis, hop: Hop): HopOnPath {
  const own = findings.filter((finding) => finding.hop === hop);
  const blocking = own.filter(({ grade }) => grade === 'blocking');
  const isUnread = hop === 'guest' || notChecked.some((check) => openHopOf(check) === hop);
  const isCaveat = own.some(({ grade }) => grade === 'limitation');
  const state = blocking.some(({ isPartial }) => !isPartial)
    ? 'blocked-here'
    : blocking.length > 0
      ? 'partly-blocked'
      : isCaveat
        ? 'limited'
        : isUnread
          ? 'not-checked'
          : 'ok';
  return { hop, state, codes: own.map(({ code }) => code) };
}

/**
 * The guest after a test. It is called OK only when it was this VM that answered on every port; that connections do
 * not open counts against it only where the test was about no other VM.
 */
function testedGuest(guest: HopOnPath, test: TestOutcome): HopOnPath {
  const { answered, silent, isOfThisVm } = test;
  if (isAnsweredWholly(test)) return { ...guest, state: 'ok', test };
  if (!isOfThisVm || silent.length === 0) return { ...guest, test };
  return { ...guest, state: answered.length > 0 ? 'partly-blocked' : 'blocked-here', test };
}

/**
 * The way of a connection through one Service to one VM, hop by hop. The guest is called OK only after a test: what
 * it does with a connection does not show in the configuration. Nothing behind the first break is called OK: no
 * connection gets there. Where a Service has no endpoint of the VM and no rule says why, the way ends at the
 * EndpointSlice.
 * @param hasRoute whether a Route or an Ingress points to the Service; false leaves that hop out
 * @param test the outcome of the last connection test, as long as it holds; it tells of the guest alone
 */
export function hopPath(diagnosis: Diagnosis, hasRoute: boolean, test?: TestOutcome): HopOnPath[] {
  const path = HOPS.filter((hop) => hop !== 'Route' || hasRoute).map((hop) => hopAlone(diagnosis, hop));
  const broken = path.findIndex(({ state }) => state === 'blocked-here');
  const end =
    broken === -1 && diagnosis.verdict === 'not-reachable'
      ? path.findIndex(({ hop }) => hop === 'EndpointSlice') - 1
      : broken;
  return path.map((entry, index) => {
    const isReached = end === -1 || index <= end;
    if (isReached) return entry.hop === 'guest' && test ? testedGuest(entry, test) : entry;
    return entry.state === 'blocked-here' || entry.state === 'partly-blocked'
      ? entry
      : { ...entry, state: 'not-reached' };
  });
}

/** The first hop of the way that lets nothing through; undefined when none does that. */
export const brokenHop = (path: readonly HopOnPath[]): Hop | undefined =>
  path.find(({ state }) => state === 'blocked-here')?.hop;
