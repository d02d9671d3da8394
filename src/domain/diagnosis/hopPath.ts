import { openHopOf } from './catalogue';
import type { Diagnosis } from './diagnose';
import type { RuleCode } from './finding';
import type { Hop } from './rule';

/** All hops, the way in order. */
export const HOPS: readonly Hop[] = ['client', 'Route', 'Service', 'EndpointSlice', 'Pod', 'NIC', 'guest'];

/**
 * `broken` by a blocking finding, `partly` where only some ports are; `not-checked` where nothing is known to be wrong
 * but not everything was read.
 */
export type HopState = 'fine' | 'caveat' | 'partly' | 'broken' | 'not-checked';

export interface HopOnPath {
  readonly hop: Hop;
  readonly state: HopState;
  /** the findings of this hop */
  readonly codes: readonly RuleCode[];
}

/**
 * The way of a connection through one Service to one VM, hop by hop. The guest is never called fine: what it does with
 * a connection does not show in the configuration.
 * @param hasRoute whether a Route or an Ingress points to the Service; false leaves that hop out
 */
export function hopPath({ findings, notChecked }: Diagnosis, hasRoute: boolean): HopOnPath[] {
  return HOPS.filter((hop) => hop !== 'Route' || hasRoute).map((hop) => {
    const own = findings.filter((finding) => finding.hop === hop);
    const blocking = own.filter(({ grade }) => grade === 'blocks');
    const isUnread = hop === 'guest' || notChecked.some((check) => openHopOf(check) === hop);
    const isCaveat = own.some(({ grade }) => grade === 'caveat');
    const state = blocking.some(({ isPartial }) => !isPartial)
      ? 'broken'
      : blocking.length > 0
        ? 'partly'
        : isCaveat
          ? 'caveat'
          : isUnread
            ? 'not-checked'
            : 'fine';
    return { hop, state, codes: own.map(({ code }) => code) };
  });
}

/** The first hop of the way that lets nothing through; undefined when none does that. */
export const brokenHop = (path: readonly HopOnPath[]): Hop | undefined =>
  path.find(({ state }) => state === 'broken')?.hop;
