import type { AccessAttributes } from '../../domain/steps/rights';
import { MODELS } from '../port/models';

/** The kinds that a list of exposed VMs is worked out from. */
export const LISTED_KINDS = [
  'VirtualMachine',
  'VirtualMachineInstance',
  'Pod',
  'Service',
  'EndpointSlice',
  'NetworkPolicy',
  'Route',
] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** The kinds without which there is nothing to list; without the others a status is not checked. */
const REQUIRED_KINDS: readonly ListedKind[] = ['VirtualMachine', 'Service'];

/** What it takes to list a kind. */
export const listAccess = (kind: ListedKind): AccessAttributes => ({
  group: MODELS[kind].apiGroup ?? '',
  resource: MODELS[kind].plural,
  verb: 'list',
});

/** True when nothing is missing that the list cannot do without. */
export const hasRequired = (kinds: ReadonlySet<ListedKind>): boolean => REQUIRED_KINDS.every((kind) => kinds.has(kind));
