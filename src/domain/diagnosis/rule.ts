import type { NodePortRange } from '../k8s/nodePortRange';
import type { PortAdmission } from '../network/networkPolicy';
import type {
  ClusterEvent,
  EndpointSlice,
  Ingress,
  Kind,
  Labels,
  NetworkPolicy,
  Pod,
  ResourceQuota,
  Route,
  Service,
} from '../k8s/objects';
import type { PrimaryNetwork } from '../network/primaryNetwork';
import type { Failure } from '../k8s/failure';
import type { SeenVm } from '../k8s/seen';
import type { Rights } from '../k8s/rights';
import type { Step } from '../steps/step';

/**
 * Codes of the catalogue, by layer: S selector and labels, V virtual machine, P pod, E endpoints, N network interface,
 * U primary user-defined network, H headless, L load balancer, O node ports and what admission says, R Route and Ingress,
 * K network policies, G guest, A around it (owners, managers, rights).
 */
export type RuleCode =
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'S5'
  | 'S6'
  | 'S7'
  | 'S8'
  | 'S9'
  | 'S10'
  | 'S11'
  | 'S12'
  | 'S13'
  | 'S14'
  | 'S15'
  | 'V1'
  | 'V2'
  | 'V3'
  | 'V4'
  | 'V5'
  | 'V6'
  | 'V7'
  | 'P1'
  | 'P2'
  | 'P3'
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'E5'
  | 'E6'
  | 'E7'
  | 'N1'
  | 'N2'
  | 'N3'
  | 'N4'
  | 'N5'
  | 'N6'
  | 'N7'
  | 'N8'
  | 'U1'
  | 'U2'
  | 'U3'
  | 'U4'
  | 'U5'
  | 'U6'
  | 'U7'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'H7'
  | 'L1'
  | 'L2'
  | 'L3'
  | 'L4'
  | 'L5'
  | 'O1'
  | 'O2'
  | 'O3'
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'K1'
  | 'K2'
  | 'K3'
  | 'G1'
  | 'A1'
  | 'A2'
  | 'A3';

/** `blocks`: no traffic; `caveat`: works with a condition; `info`: worth knowing. */
export type Grade = 'blocks' | 'caveat' | 'info';

/** The way of a connection, in order. `Route` stands for Ingress too; network policies and node ports act where they guard: at the pod, at the Service. */
export type Hop = 'client' | 'Route' | 'Service' | 'EndpointSlice' | 'Pod' | 'NIC' | 'guest';

/** What is wrong, where, and what it would have to be. Texts are the cluster's own; `ui/` words the rest by the code. */
export interface Finding {
  readonly code: RuleCode;
  readonly grade: Grade;
  readonly hop: Hop;
  /** the kind of an object of a cluster's own, such as an AdminNetworkPolicy, is no `Kind` of this product */
  readonly object: { readonly kind: Kind | (string & {}); readonly name: string };
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
  /** all Services of the namespace */
  readonly services?: readonly Service[] | undefined;
  /** every pod of the namespace that the Service's selector matches, VMs of others and pods that are none among them */
  readonly selectedPods?: readonly Pod[] | undefined;
  /** of the namespace */
  readonly routes?: readonly Route[] | undefined;
  readonly ingresses?: readonly Ingress[] | undefined;
  /** about the Service */
  readonly events?: readonly ClusterEvent[] | undefined;
  /** of the namespace */
  readonly quotas?: readonly ResourceQuota[] | undefined;
  /** kind and name of what a cluster administrator or a secondary network polices traffic with (AdminNetworkPolicy, BaselineAdminNetworkPolicy, MultiNetworkPolicy) */
  readonly otherPolicies?: readonly { readonly kind: string; readonly name: string }[] | undefined;
  readonly nodePortRange?: NodePortRange | undefined;
  /** how the API server refused the Service in a dry run; null when it accepted it */
  readonly refusal?: Failure | null | undefined;
  readonly rights?: Rights | undefined;
  /** milliseconds since 1970, for what is only wrong after a while; the domain has no clock */
  readonly now?: number | undefined;
  /**
   * Set for a Service that is not there yet: once the plan has run, the pod carries the selector's labels, and after a
   * restart, or a start, what runs is made from the VM's template.
   */
  readonly planned?: { readonly restarts: boolean };
}

/**
 * What a detector answers: the finding's particulars, with a grade of its own where that differs from the rule's; nothing
 * when the rule does not apply; `not-checked` when what was read does not decide it.
 */
export type Detected =
  (Omit<Finding, 'code' | 'grade' | 'hop'> & { readonly grade?: Grade }) | 'not-checked' | undefined;

/** What of a situation may be missing because it could not be read; `pods` are the VM's own. */
export type Input =
  'pods' | Exclude<keyof { [Key in keyof Situation as undefined extends Situation[Key] ? Key : never]: 0 }, 'planned'>;

/** One entry of the catalogue. */
export interface Rule {
  readonly code: RuleCode;
  /** the grade of its findings, unless one says otherwise */
  readonly grade: Grade;
  readonly hop: Hop;
  /** false where the rule has nothing to say whatever else is read, such as a rule of load balancers of a ClusterIP Service; absent: it always looks */
  readonly concerns?: (situation: Situation) => boolean;
  /** what it looks at beside Service, VM and VMI: where one of these was not read, the rule answers *not checked* */
  readonly reads?: readonly Input[];
  readonly detect: (situation: Situation) => Detected;
  /** the steps that put it right, reviewed and sent as those of the wizard; absent or [] where nothing of this product can */
  readonly fix?: (situation: Situation) => readonly Step[];
  /** a shell command, for what no step says: to look closer, or for somebody else to do; names shell-quoted */
  readonly command?: (situation: Situation) => string;
}
