import type { PortAdmission } from '../networkPolicy';
import type { EndpointSlice, Kind, Labels, NetworkPolicy, Service } from '../objects';
import type { PrimaryNetwork } from '../primaryNetwork';
import type { SeenVm } from '../seen';

/**
 * Codes of the catalogue, by layer: S selector and labels, V virtual machine, P pod, E endpoints, N network interface,
 * K network policies, U primary user-defined network.
 */
export type RuleCode =
  | 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10' | 'S11'
  | 'V1' | 'V3' | 'V4'
  | 'P1' | 'P2'
  | 'E1' | 'E2' | 'E4'
  | 'N1' | 'N2'
  | 'K1'
  | 'U1' | 'U3' | 'U5' | 'U6';

/** `blocks`: no traffic; `caveat`: works with a condition; `info`: worth knowing. */
export type Grade = 'blocks' | 'caveat' | 'info';

/** Where on the way of a connection something is wrong, in the order of the way. */
export type Hop = 'Service' | 'EndpointSlice' | 'Network' | 'Pod' | 'NIC';

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
  /** K1: for each port that not everybody is let in on, who is; worked out from the text of the policies */
  readonly admissions?: readonly PortAdmission[];
}

/** What a rule may look at. What is undefined was not read: then nothing is said about it. */
export interface Situation {
  readonly service: Service;
  readonly vm: SeenVm;
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  /** those of the namespace */
  readonly networkPolicies?: readonly NetworkPolicy[] | undefined;
  readonly namespaceLabels?: Labels | undefined;
  readonly primaryNetwork?: PrimaryNetwork | undefined;
  /**
   * Set for a Service that is not there yet: once the plan has run, the pod carries the selector's labels, and after a
   * restart, or a start, what runs is made from the VM's template.
   */
  readonly planned?: { readonly restarts: boolean };
}

/** What a detector answers: the finding's particulars, with a grade of its own where that differs from the rule's; or nothing when the rule does not apply. */
export type Detected = (Omit<Finding, 'code' | 'grade' | 'hop'> & { readonly grade?: Grade }) | undefined;

/** One entry of the catalogue. */
export interface Rule {
  readonly code: RuleCode;
  /** the grade of its findings, unless one says otherwise */
  readonly grade: Grade;
  readonly hop: Hop;
  readonly detect: (situation: Situation) => Detected;
}
