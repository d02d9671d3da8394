import { anEndpointWithoutNode, aSlice } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../test/objects/diagnosis';
import type { ClusterEvent, Service } from '../../k8s/objects';
import type { RuleCode } from '../finding';
import { diagnose } from '../diagnose';
import { offerFor } from '../offer';
import type { Situation } from '../situation';

interface Balanced {
  readonly spec?: object;
  readonly ingress?: readonly object[];
  readonly more?: Partial<Situation>;
}

function balanced({ spec = {}, ingress = [], more = {} }: Balanced = {}): Situation {
  const situation = aSituation(aReachedVm(), { type: 'LoadBalancer' });
  const service = {
    ...situation.service,
    spec: { ...situation.service.spec, ...spec },
    status: { loadBalancer: { ingress } },
  } as Service;
  return { ...situation, service, events: [], ...more };
}
const warning = (message: string, second: string): ClusterEvent => ({
  type: 'Warning',
  reason: 'AllocationFailed',
  message,
  lastTimestamp: `2026-08-01T10:00:${second}Z`,
});

describe('a load balancer', () => {
  it('with an address has nothing to tell', () => {
    expect(codesOf(diagnose(balanced({ ingress: [{ ip: '192.0.2.1' }] })))).toEqual([]);
  });

  it('L3: lets nobody through from outside where the endpoint names no node', () => {
    const endpointSlices = [aSlice({ endpoints: [anEndpointWithoutNode()] })];
    const local = balanced({ ingress: [{ ip: '192.0.2.1' }], spec: { externalTrafficPolicy: 'Local' } });
    expect(diagnose({ ...local, endpointSlices })).toMatchObject({
      verdict: 'partly-reachable',
      findings: [{ code: 'L3', grade: 'blocking', facts: { node: undefined } }, { code: 'G1' }],
    });
    expect(diagnose(local).verdict).toBe('reachable');
  });

  it('L1: without one is told with the newest warning of its provider; the VM is reachable from inside', () => {
    const events = [warning('old', '01'), { ...warning('fine', '09'), type: 'Normal' }, warning('pool is empty', '05')];
    expect(diagnose(balanced({ more: { events } }))).toMatchObject({
      verdict: 'partly-reachable',
      findings: [
        { code: 'L1', facts: { warning: { reason: 'AllocationFailed', message: 'pool is empty' } } },
        { code: 'G1' },
      ],
    });
  });

  it('L1: takes the newer of two warnings of one second', () => {
    const newer: ClusterEvent = {
      type: 'Warning',
      reason: 'AllocationFailed',
      message: 'newer',
      eventTime: '2026-08-01T10:00:05.900000Z',
    };
    expect(findingOf(balanced({ more: { events: [warning('older', '05'), newer] } }), 'L1')?.actual).toBe(
      'AllocationFailed: newer',
    );
  });

  it('L2: looks up the names, addresses beside them left out', () => {
    expect(offerFor('L2', balanced({ ingress: [{ ip: '192.0.2.1' }, { hostname: 'lb.example.com' }] })).command).toBe(
      'getent hosts lb.example.com',
    );
  });

  it('L1: is only information in the first minute, unless its provider complains', () => {
    const now = Date.parse('2026-08-01T10:00:30Z');
    expect(findingOf(balanced({ more: { now } }), 'L1')?.grade).toBe('note');
    expect(findingOf(balanced({ more: { now, events: [warning('no', '01')] } }), 'L1')?.grade).toBe('blocking');
    expect(findingOf(balanced({ more: { now: now + 60_000 } }), 'L1')?.grade).toBe('blocking');
  });

  it('L1: counts from when a load balancer was asked for, where the API server notes it', () => {
    const now = Date.parse('2026-09-01T10:00:30Z');
    const { service, ...situation } = balanced({ more: { now } });
    const changed = (time: string, fieldsV1: object): Situation => ({
      ...situation,
      service: { ...service, metadata: { ...service.metadata, managedFields: [{ time, fieldsV1 }] } },
    });
    const type = { 'f:spec': { 'f:type': {} } };
    expect(findingOf(changed('2026-09-01T10:00:00Z', type), 'L1')?.grade).toBe('note');
    expect(findingOf(changed('2026-09-01T09:00:00Z', type), 'L1')?.grade).toBe('blocking');
    expect(findingOf(changed('2026-09-01T10:00:00Z', { 'f:spec': { 'f:ports': {} } }), 'L1')?.grade).toBe('blocking');
  });

  it('L1: names node ports only where there are some', () => {
    const spec = { ports: [{ port: 80, nodePort: 30080 }] };
    expect(findingOf(balanced({ spec }), 'L1')).toMatchObject({ facts: { hasNodePorts: true } });
    expect(findingOf(balanced(), 'L1')).toMatchObject({ facts: { hasNodePorts: false } });
  });

  it('L6: does not serve every port', () => {
    const ports = [
      { port: 554, protocol: 'TCP' },
      { port: 554, protocol: 'UDP', error: 'example.com/MixedProtocols' },
    ];
    expect(diagnose(balanced({ ingress: [{ ip: '192.0.2.1', ports }] }))).toMatchObject({
      verdict: 'partly-reachable',
      findings: [{ code: 'L6', facts: { ports: [{ port: 554, protocol: 'UDP' }] } }, { code: 'G1' }],
    });
  });

  it('L7: has no node ports', () => {
    const ingress = [{ ip: '192.0.2.1' }];
    const spec = { allocateLoadBalancerNodePorts: false };
    expect(findingOf(balanced({ ingress, spec }), 'L7')).toMatchObject({ grade: 'limitation' });
    expect(findingOf(balanced({ ingress, spec: { ...spec, ports: [{ port: 80, nodePort: 30080 }] } }), 'L7')).toBe(
      undefined,
    );
  });

  it('L1: is told where the Events were not read, only its reason is not', () => {
    const diagnosis = diagnose(balanced({ more: { events: undefined } }));
    expect(diagnosis).toMatchObject({
      verdict: 'partly-reachable',
      findings: [{ code: 'L1', facts: { warning: undefined, wereEventsRead: false } }, { code: 'G1' }],
    });
    expect(uncheckedOf(diagnosis)).not.toContain('L1');
  });

  it('L1: of a young one was not checked where the Events were not read: it may have failed already', () => {
    const now = Date.parse('2026-08-01T10:00:30Z');
    const { service, ...rest } = balanced({ more: { events: undefined, now } });
    const young = { ...service, metadata: { ...service.metadata, creationTimestamp: '2026-08-01T10:00:00Z' } };
    const diagnosis = diagnose({ ...rest, service: young });
    expect([diagnosis.verdict, uncheckedOf(diagnosis)]).toEqual(['not-checked', expect.arrayContaining(['L1'])]);
    expect(diagnose({ ...rest, service: young, now: now + 60_000 }).verdict).toBe('partly-reachable');
    expect(diagnose({ ...rest, service: young, events: [] }).verdict).toBe('reachable');
  });

  it.each<[string, Balanced, RuleCode, string]>([
    ['L2: by a name', { ingress: [{ hostname: 'lb.example.com' }] }, 'L2', 'lb.example.com'],
    [
      'L3: for the clients of one node',
      { ingress: [{ ip: '192.0.2.1' }], spec: { externalTrafficPolicy: 'Local' } },
      'L3',
      'Local',
    ],
    [
      'L4: for some clients',
      { ingress: [{ ip: '192.0.2.1' }], spec: { loadBalancerSourceRanges: ['10.0.0.0/8'] } },
      'L4',
      '10.0.0.0/8',
    ],
    ['L5: of a class that nobody may serve', { spec: { loadBalancerClass: 'example.com/lb' } }, 'L5', 'example.com/lb'],
  ])('%s', (_, options, code, actual) => {
    expect(findingOf(balanced(options), code)).toMatchObject({ actual });
  });
});
