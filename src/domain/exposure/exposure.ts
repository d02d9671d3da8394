import { diagnose, type Diagnosis, type Verdict } from '../diagnosis/diagnose';
import type { Situation } from '../diagnosis/situation';
import type { EndpointSlice, Service } from '../k8s/objects';
import { nameOf } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { concerns } from './concerns';

/** A Service that reaches a VM or nearly does, with why. */
export interface Exposure extends Diagnosis {
  readonly service: Service;
}

/**
 * What a list reads of a namespace beside Services and EndpointSlices, once for all its rows; undefined: not read. An
 * opened row reads more, which tells reasons and conditions.
 */
export type ListReads = Pick<Situation, 'networkPolicies' | 'routes' | 'services' | 'now'>;

/** What a Service is to a VM; undefined when it has nothing to do with it. */
export const exposureOf = (
  vm: SeenVm,
  service: Service,
  slices: readonly EndpointSlice[] | undefined,
  reads: ListReads = {},
): Exposure | undefined =>
  concerns(service, vm, slices)
    ? { service, ...diagnose({ ...reads, service, vm, endpointSlices: slices }) }
    : undefined;

/** Orders what is reached before what is not, then by name. */
export const reachedFirst = (
  a: { readonly verdict: Verdict; readonly name: string },
  b: { readonly verdict: Verdict; readonly name: string },
): number => Number(b.verdict === 'reachable') - Number(a.verdict === 'reachable') || a.name.localeCompare(b.name);

/** Those that reach the VM first, then by name. */
export const sortedExposures = (exposures: readonly Exposure[]): Exposure[] =>
  [...exposures].sort((a, b) =>
    reachedFirst({ verdict: a.verdict, name: nameOf(a.service) }, { verdict: b.verdict, name: nameOf(b.service) }),
  );

/**
 * Every Service of the namespace that reaches the VM or nearly does; those that reach it first, then by name.
 * @param slices EndpointSlices of the namespace, undefined when they could not be read
 */
export const exposuresOf = (
  vm: SeenVm,
  services: readonly Service[],
  slices: readonly EndpointSlice[] | undefined,
  reads: ListReads = {},
): Exposure[] =>
  sortedExposures(services.flatMap((service) => exposureOf(vm, service, slices, { services, ...reads }) ?? []));
