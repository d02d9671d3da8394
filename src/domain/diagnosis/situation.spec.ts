import { aPod } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import { podsSelectorOf, situationOf, wasRead, type SituationReads } from './situation';

const reads = (changes: Partial<SituationReads> = {}): SituationReads => ({
  service: aService({ selector: { tier: 'backend' } }),
  vm: aReachedVm(),
  endpointSlices: [],
  services: [],
  networkPolicies: [],
  selectedPods: [aPod()],
  routes: [{ spec: { to: { kind: 'Service', name: 'backend' } } }],
  hasRouteApi: true,
  ...changes,
});

describe('wasRead', () => {
  it('is true of what is there, be it empty, and false of what could not be read', () => {
    const situation = { ...aSituation(aReachedVm()), routes: [] };
    expect([wasRead('routes', situation), wasRead('ingresses', situation)]).toEqual([true, false]);
    expect(wasRead('pods', situation)).toBe(true);
    expect(wasRead('pods', { ...situation, vm: { ...situation.vm, arePodsUnknown: true } })).toBe(false);
  });
});

describe('situationOf', () => {
  it('has what was read beside what is known around it', () => {
    const { routes, selectedPods, now } = situationOf(reads(), { now: 5 });
    expect([routes?.length, selectedPods?.length, now]).toEqual([1, 1, 5]);
    expect(situationOf(reads({ routes: undefined, selectedPods: undefined }), {})).toMatchObject({
      routes: undefined,
      selectedPods: undefined,
    });
  });

  it('has no Routes on a cluster without their API, and no selected pods of a Service that selects none', () => {
    expect(situationOf(reads({ routes: undefined, hasRouteApi: false }), {}).routes).toEqual([]);
    expect(situationOf(reads({ service: aService(), selectedPods: undefined }), {}).selectedPods).toEqual([]);
  });

  it.each([
    [{ tier: 'backend' }, { tier: 'backend' }],
    [{}, undefined],
    [{ 'no key': 'x' }, undefined],
  ])('pods are asked for by the selector %j as by %j', (selector, expected) => {
    expect(podsSelectorOf(aService({ selector }))).toEqual(expected);
  });
});
