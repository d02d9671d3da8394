import type { Verdict } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import type { Exposure } from '../exposure/exposure';
import type {
  EndpointSlice,
  NetworkPolicy,
  Pod,
  Route,
  Service,
  VirtualMachine,
  VirtualMachineInstance,
} from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

/** What the list is made of, of one namespace or of several; undefined: not read. */
export interface ExposedLists {
  readonly services: readonly Service[];
  readonly vms: readonly VirtualMachine[];
  readonly endpointSlices?: readonly EndpointSlice[] | undefined;
  readonly vmis?: readonly VirtualMachineInstance[] | undefined;
  /** those that run VMs */
  readonly pods?: readonly Pod[] | undefined;
  readonly networkPolicies?: readonly NetworkPolicy[] | undefined;
  readonly routes?: readonly Route[] | undefined;
  /** milliseconds since 1970, for what is only wrong after a while */
  readonly now?: number | undefined;
}

/** A VM that a Service reaches or nearly does. */
export interface ExposedVm {
  readonly seen: SeenVm;
  readonly exposure: Exposure;
}

/** A Service that reaches or nearly reaches a VM. */
export interface ExposedRow {
  /** namespace/name */
  readonly key: string;
  readonly namespace: string;
  readonly service: Service;
  /** one or more: those that it reaches first, then by name */
  readonly vms: readonly ExposedVm[];
  readonly verdict: Verdict;
  /** what tells most of why it does not reach all of them */
  readonly reason?: Finding;
}

/** Every Service that has to do with a VM, and the VMs that no Service has to do with, in the order of their lists. */
export interface ExposedList {
  readonly rows: readonly ExposedRow[];
  readonly notExposed: readonly VirtualMachine[];
}
