import type { EndpointSlice, Kind, Service } from '../objects';
import type { SeenVm } from '../seen';

/** Codes of the catalogue, by layer: S selector and labels, V virtual machine, P pod, E endpoints, N network interface. */
export type RuleCode =
  | 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10' | 'S11'
  | 'V1' | 'V3' | 'V4'
  | 'P1' | 'P2'
  | 'E1' | 'E2' | 'E4'
  | 'N1' | 'N2';

/** `blocks`: no traffic; `caveat`: works with a condition; `info`: worth knowing. */
export type Grade = 'blocks' | 'caveat' | 'info';

/** Where on the way of a connection something is wrong, in the order of the way. */
export type Hop = 'Service' | 'EndpointSlice' | 'Pod' | 'NIC';

/** What is wrong, where, and what it would have to be. Texts are the cluster's own; `ui/` words the rest by the code. */
export interface Finding {
  readonly code: RuleCode;
  readonly grade: Grade;
  readonly hop: Hop;
  readonly object: { readonly kind: Kind; readonly name: string };
  readonly field: string;
  readonly actual: string;
  readonly needed: string;
  /** true when only some of the Service's ports are concerned */
  readonly isPartial?: boolean;
}

/** What a rule may look at. `endpointSlices` is undefined when they could not be read: then nothing is said about them. */
export interface Situation {
  readonly service: Service;
  readonly vm: SeenVm;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
}

/** What a detector answers: the finding's particulars, or nothing when the rule does not apply. */
export type Detected = Pick<Finding, 'object' | 'field' | 'actual' | 'needed' | 'isPartial'> | undefined;

/** One entry of the catalogue. */
export interface Rule {
  readonly code: RuleCode;
  readonly grade: Grade;
  readonly hop: Hop;
  readonly detect: (situation: Situation) => Detected;
}
