import { aVm } from '../../../test/objects/builders';
import { nameOf, type VirtualMachine } from '../../domain/k8s/objects';
import { sortedVms, vmsNamedLike, type VmOrder } from './pickableVms';

const inProject = (namespace: string, vm: VirtualMachine): VirtualMachine => ({
  ...vm,
  metadata: { ...vm.metadata, namespace },
});
const VMS = [
  aVm({ name: 'web', printableStatus: 'Running' }),
  aVm({ name: 'db', printableStatus: 'Stopped' }),
  inProject('other', aVm({ name: 'app', printableStatus: 'Stopped' })),
  inProject('apart', aVm({ name: 'db', printableStatus: 'Running' })),
];
const namesBy = (column: VmOrder['column'], direction: VmOrder['direction']) =>
  sortedVms(VMS, { column, direction }).map((vm) => `${vm.metadata?.namespace ?? ''}/${nameOf(vm)}`);

describe('sortedVms', () => {
  it.each<[VmOrder['column'], VmOrder['direction'], string[]]>([
    ['name', 'asc', ['other/app', 'apart/db', 'prod2/db', 'prod2/web']],
    ['name', 'desc', ['prod2/web', 'apart/db', 'prod2/db', 'other/app']],
    ['state', 'asc', ['apart/db', 'prod2/web', 'other/app', 'prod2/db']],
    ['state', 'desc', ['other/app', 'prod2/db', 'apart/db', 'prod2/web']],
    ['project', 'asc', ['apart/db', 'other/app', 'prod2/db', 'prod2/web']],
    ['project', 'desc', ['prod2/db', 'prod2/web', 'other/app', 'apart/db']],
  ])('sorts by %s %s, then by name', (column, direction, names) => {
    expect(namesBy(column, direction)).toEqual(names);
  });

  it('takes a VM whose status is not there yet, and leaves the list as it was', () => {
    const list: VirtualMachine[] = [aVm({ name: 'b' }), { ...aVm({ name: 'young' }), status: {} }];
    expect(sortedVms(list, { column: 'state', direction: 'asc' }).map(nameOf)).toEqual(['young', 'b']);
    expect(list.map(nameOf)).toEqual(['b', 'young']);
  });
});

describe('vmsNamedLike', () => {
  it.each([
    ['', ['web', 'db', 'app', 'db']],
    ['  ', ['web', 'db', 'app', 'db']],
    [' DB ', ['db', 'db']],
    ['p', ['app']],
    ['.*', []],
    ['constructor', []],
  ])('finds for %j %j', (typed, names) => {
    expect(vmsNamedLike(VMS, typed).map(nameOf)).toEqual(names);
  });
});
