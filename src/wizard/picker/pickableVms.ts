import { nameOf, type VirtualMachine } from '../../domain/k8s/objects';

/** What the picker's table can be sorted by. */
export type VmColumn = 'name' | 'project' | 'state';
export interface VmOrder {
  readonly column: VmColumn;
  readonly direction: 'asc' | 'desc';
}

const TEXT_OF: Readonly<Record<VmColumn, (vm: VirtualMachine) => string>> = {
  name: nameOf,
  project: ({ metadata }) => metadata?.namespace ?? '',
  state: ({ status }) => status?.printableStatus ?? '',
};

// names are ASCII; comparing them by locale is ten times slower, which is noticeable with thousands of VMs
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A sorted copy; VMs that are equal in the column follow each other by name, then by project. */
export function sortedVms(vms: readonly VirtualMachine[], { column, direction }: VmOrder): VirtualMachine[] {
  const textOf = TEXT_OF[column];
  const sign = direction === 'asc' ? 1 : -1;
  return [...vms].sort(
    (a, b) =>
      sign * compare(textOf(a), textOf(b)) ||
      compare(nameOf(a), nameOf(b)) ||
      compare(TEXT_OF.project(a), TEXT_OF.project(b)),
  );
}

/** The VMs whose name contains the typed text, ignoring case and surrounding spaces; the order stays. */
export function vmsNamedLike(vms: readonly VirtualMachine[], typed: string): readonly VirtualMachine[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' ? vms : vms.filter((vm) => nameOf(vm).includes(wanted));
}
