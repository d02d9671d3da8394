import type { Facts, RuleCode } from '../finding';
import type { FoundObject } from '../rule';

/** What an example says beside what the entry of its code says. */
export interface Example<Code extends RuleCode> {
  readonly object: FoundObject;
  readonly field: string;
  readonly facts: Facts[Code];
}

/** The objects that the examples are about. */
export const SERVICE: FoundObject = { kind: 'Service', names: ['backend'] };
export const VM: FoundObject = { kind: 'VirtualMachine', names: ['backendvm'] };
export const VMI: FoundObject = { kind: 'VirtualMachineInstance', names: ['backendvm'] };
export const POD: FoundObject = { kind: 'Pod', names: ['virt-launcher-backendvm-abcde'] };
export const SLICE: FoundObject = { kind: 'EndpointSlice', names: ['backend-xyz12'] };
export const ROUTE: FoundObject = { kind: 'Route', names: ['backend'] };
export const NETWORK: FoundObject = { kind: 'NetworkAttachmentDefinition', names: ['udn'] };
export const LABELS = { wanted: { tier: 'backend' }, held: { tier: null } };
export const TARGETS = [{ target: 8080, protocol: 'TCP' }];
