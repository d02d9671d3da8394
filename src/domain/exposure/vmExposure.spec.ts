import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { nameOf } from '../k8s/objects';
import { vmExposuresOf } from './vmExposure';

const BACKEND = { tier: 'backend' };
const other = aRunningVm({ vm: { name: 'other' }, vmi: { uid: 'vmi-2' }, pod: { uid: 'pod-2', ip: '10.8.0.13' } });
const pending = aRunningVm({
  vm: { name: 'a-pending', templateLabels: BACKEND },
  vmi: { uid: 'vmi-3' },
  pod: { uid: 'pod-3', ip: '10.8.0.14' },
});
const told = (slices: Parameters<typeof vmExposuresOf>[2], service = aService({ selector: BACKEND })) =>
  vmExposuresOf(service, [pending, other, aReachedVm()], slices, { networkPolicies: [], routes: [] }).map(
    ({ vm, verdict }) => `${nameOf(vm.vm)} ${verdict}`,
  );

describe('vmExposuresOf', () => {
  it('lists VMs that are reached first, then those that nearly are; not those that have nothing to do with it', () =>
    expect(told([aSlice(), aSlice({ service: 'elsewhere' })])).toEqual([
      'backendvm reachable',
      'a-pending not-reachable',
    ]));
  it('checks nothing without EndpointSlices', () => expect(told(undefined)).toContain('backendvm not-checked'));
  it('checks nothing where policies and Routes were not read', () =>
    expect(
      vmExposuresOf(aService({ selector: BACKEND }), [aReachedVm()], [aSlice()]).map(({ verdict }) => verdict),
    ).toEqual(['not-checked']));
  it('lists a stopped VM whose template is selected', () =>
    expect(
      vmExposuresOf(aService({ selector: BACKEND }), [aStoppedVm({ templateLabels: BACKEND })], []).map(
        ({ findings }) => findings[0]?.grade,
      ),
    ).toEqual(['blocking']));
});
