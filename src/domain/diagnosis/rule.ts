import type { NodePortRange } from '../clusterNetwork';
import type { PortAdmission } from '../networkPolicy';
import type { ClusterEvent, EndpointSlice, Ingress, Kind, Labels, NetworkPolicy, Pod, ResourceQuota, Route, Service } from '../objects';
import type { PrimaryNetwork } from '../primaryNetwork';
import type { Failure } from '../progress';
import type { Rights, SeenVm } from '../seen';
import type { Step } from '../step';

/**
 * Codes of the catalogue, by layer: S selector and labels, V virtual machine, P pod, E endpoints, N network interface,
 * U primary user-defined network, H headless, L load balancer, O node ports and what admission says, R Route and Ingress,
 * K network policies, G guest, A around it (owners, managers, rights).
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

/** What a detector answers: the finding's particulars, with a grade of its own where that differs from the rule's; or nothing when the rule does not apply. */
export type Detected = (Omit<Finding, 'code' | 'grade' | 'hop'> & { readonly grade?: Grade }) | undefined;

/** What of a situation may be missing because it could not be read; `pods` are the VM's own. */
export type Input =
  | 'pods'
  | Exclude<keyof { [Key in keyof Situation as undefined extends Situation[Key] ? Key : never]: 0 }, 'planned'>;

/** One entry of the catalogue. */
export interface Rule {
  readonly code: RuleCode;
  /** the grade of its findings, unless one says otherwise */
  readonly grade: Grade;
  readonly hop: Hop;
  /** what it looks at beside Service, VM and VMI: where one of these was not read, the rule answers *not checked* */
  readonly reads?: readonly Input[];
  readonly detect: (situation: Situation) => Detected;
  /** the steps that put it right, reviewed and sent as those of the wizard; absent or [] where nothing of this product can */
  readonly fix?: (situation: Situation) => readonly Step[];
  /** a shell command, for what no step says: to look closer, or for somebody else to do; names shell-quoted */
  readonly command?: (situation: Situation) => string;
}
