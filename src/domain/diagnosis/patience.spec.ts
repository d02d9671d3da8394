import { aReachedVm } from '../../../test/objects/diagnosis';
import { aRoute } from '../../../test/objects/routeBuilders';
import { aService } from '../../../test/objects/serviceBuilders';
import { askedForAt, PATIENCE_MS, podSince, settledAt } from './patience';

const vm = aReachedVm();
const [pod] = vm.pods;
const at = (text: string): number => Date.parse(text);

describe('patience', () => {
  it('begins when a load balancer can have been asked for', () => {
    const service = aService();
    const fields = { 'f:spec': { 'f:type': {} } };
    const managedFields = [
      { time: '2026-08-02T10:00:00Z', fieldsV1: fields },
      { time: '2026-08-03T10:00:00Z', fieldsV1: {} },
    ];
    expect(askedForAt({ ...service, metadata: { ...service.metadata, managedFields } })).toEqual([
      '2026-08-01T10:00:00Z',
      '2026-08-02T10:00:00Z',
    ]);
  });

  it('begins when the pod became what it is', () => {
    expect(podSince({ vm })).toBe(at('2026-08-01T10:00:00Z'));
    const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-08-01T11:00:00Z' }];
    const ready = { ...pod, status: { ...pod?.status, conditions } };
    expect(podSince({ vm: { ...vm, pods: [ready] } })).toBe(at('2026-08-01T11:00:00Z'));
    expect(podSince({ vm: { ...vm, pods: [] } })).toBeUndefined();
  });

  it('ends for a situation with what began last', () => {
    const service = aService();
    const route = aRoute({}, {}, { creationTimestamp: '2026-08-01T12:00:00Z' });
    expect(settledAt({ service, vm, routes: [] })).toBe(at('2026-08-01T10:00:00Z') + PATIENCE_MS);
    expect(settledAt({ service, vm, routes: [route] })).toBe(at('2026-08-01T12:00:00Z') + PATIENCE_MS);
  });
});
