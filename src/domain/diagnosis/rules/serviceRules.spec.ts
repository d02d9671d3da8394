import { anEndpointWithoutNode, aSlice } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../test/objects/diagnosis';
import { diagnose } from '../diagnose';
import type { Situation } from '../situation';
import { serviceRules } from './serviceRules';

const on = (changes: { metadata?: object; spec?: object; status?: object }, type = 'ClusterIP'): Situation => {
  const { service, ...situation } = aSituation(aReachedVm(), { type });
  const changed = {
    metadata: { ...service.metadata, ...changes.metadata },
    spec: { ...service.spec, ...changes.spec },
    status: { ...service.status, ...changes.status },
  };
  return { ...situation, service: changed };
};

describe('a Service itself', () => {
  it('has nothing to tell when it is well', () => {
    expect(detectedBy(serviceRules, on({}))).toEqual([]);
  });

  it('S16: is being deleted, and waits for its finalizers', () => {
    const metadata = { deletionTimestamp: '2026-08-01T10:00:00Z', finalizers: ['example.com/cleanup'] };
    expect(findingOf(on({ metadata }), 'S16')).toMatchObject({ grade: 'limitation', actual: 'example.com/cleanup' });
  });

  it('S17: is left to another proxy', () => {
    const metadata = { labels: { 'service.kubernetes.io/service-proxy-name': 'another' } };
    expect(findingOf(on({ metadata }), 'S17')).toMatchObject({ grade: 'limitation', actual: 'another' });
    expect(findingOf(on({ metadata, spec: { clusterIP: 'None' } }), 'S17')).toBeUndefined();
  });

  it("S18: answers on the VM's node only", () => {
    const spec = { internalTrafficPolicy: 'Local' };
    expect(findingOf(on({ spec }), 'S18')).toMatchObject({ hop: 'client', needed: 'node1' });
    expect(findingOf(on({ spec: { internalTrafficPolicy: 'Cluster' } }), 'S18')).toBeUndefined();
    expect(findingOf(on({ spec: { ...spec, clusterIP: 'None' } }), 'S18')).toBeUndefined();
  });

  it('S18: answers nowhere when the endpoint names no node, but to those who do not come by the cluster IP', () => {
    const spec = { internalTrafficPolicy: 'Local' };
    const local = (more: object, type?: string) => ({
      ...on({ spec: { ...spec, ...more } }, type),
      endpointSlices: [aSlice({ endpoints: [anEndpointWithoutNode()] })],
    });
    expect(findingOf(local({}), 'S18')).toMatchObject({ grade: 'blocking', isPartial: false });
    expect(diagnose(local({})).verdict).toBe('not-reachable');
    expect(findingOf(local({}, 'NodePort'), 'S18')).toMatchObject({ grade: 'blocking', isPartial: true });
    expect(diagnose(local({ externalTrafficPolicy: 'Local' }, 'NodePort')).verdict).toBe('not-reachable');
  });

  it.each<[string, string, boolean]>([
    ['LoadBalancerPortsError', 'True', true],
    ['LoadBalancerPortsError', 'False', false],
    ['example.com/Allocated', 'False', true],
    ['example.com/Allocated', 'True', false],
    ['example.com/Allocated', 'Unknown', false],
  ])('S19: has the condition %s %s: told %s', (type, status, isTold) => {
    const conditions = [{ type, status, reason: 'NoPool', message: 'no pool' }];
    expect(findingOf(on({ status: { conditions } }), 'S19') !== undefined).toBe(isTold);
  });
});
