import { aPod } from '../../../../test/objects/builders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../test/objects/diagnosis';
import { aService, aSlice, anEndpoint } from '../../../../test/objects/serviceBuilders';
import { diagnose } from '../diagnose';
import type { Situation } from '../situation';
import { sliceRules } from './sliceRules';

const MIRRORING = 'endpointslicemirroring-controller.k8s.io';
const other = aPod({ name: 'other', uid: 'pod-2', ip: '10.8.0.50', labels: { tier: 'backend' } });
const strayed = { addresses: ['10.8.0.99'], conditions: { ready: true } };
/** All pods of the selector are known: this VM's and another one. */
const on = (slices: Parameters<typeof aSituation>[2], vm = aReachedVm()): Situation => ({
  ...aSituation(vm, {}, slices),
  selectedPods: [...vm.pods, other],
});

describe('the slices of a Service', () => {
  it('are well with the endpoints of the selected pods', () => {
    const endpoints = [anEndpoint(), anEndpoint({ pod: other, addresses: ['10.8.0.50'] })];
    expect(detectedBy(sliceRules, on([aSlice({ endpoints })]))).toEqual([]);
  });

  it('E4: one names the pod but holds an address that it does not have', () => {
    const slices = [aSlice({ endpoints: [anEndpoint({ addresses: ['192.0.2.7'] })] })];
    expect(detectedBy(sliceRules, on(slices))).toEqual(['E4']);
    expect(findingOf(on(slices), 'E4')).toMatchObject({ actual: '192.0.2.7', needed: '10.8.0.12' });
  });

  it('E4: those of a Service without selector hold only others', () => {
    const service = aService();
    const made = aSlice({ managedBy: MIRRORING, endpoints: [strayed] });
    expect(diagnose({ ...on([made]), service })).toMatchObject({
      verdict: 'not-reachable',
      findings: [{ code: 'E4', facts: { foreign: ['10.8.0.99'] } }, { code: 'E7' }],
    });
    const both = aSlice({ managedBy: MIRRORING, endpoints: [strayed, { addresses: ['10.8.0.12'] }] });
    expect(findingOf({ ...on([both]), service }, 'E4')).toBeUndefined();
  });

  it.each<[string, string]>([
    ['somebody', 'somebody'],
    [MIRRORING, ''],
  ])('E7: Kubernetes does not update one that is managed by %s', (managedBy, told) => {
    expect(findingOf(on([aSlice(), aSlice({ managedBy })]), 'E7')).toMatchObject({ facts: { managedBy: told } });
  });

  it('E8: one sends a share of the connections to an address that no selected pod has', () => {
    const stale = {
      ...aSlice({ managedBy: MIRRORING, endpoints: [strayed] }),
      metadata: { ...aSlice().metadata, name: 'stale' },
    };
    expect(findingOf(on([aSlice(), stale]), 'E8')).toMatchObject({
      grade: 'limitation',
      object: { names: ['stale'] },
      facts: { addresses: ['10.8.0.99'] },
    });
    expect(diagnose({ ...on([aSlice(), stale]), selectedPods: undefined }).notChecked).toContainEqual({
      code: 'E8',
      undecidedBy: ['selectedPods'],
    });
  });

  it('E8: an endpoint that is not ready gets no connections', () => {
    const unready = { ...strayed, conditions: { ready: false } };
    expect(findingOf(on([aSlice({ endpoints: [anEndpoint(), unready] })]), 'E8')).toBeUndefined();
  });
});
