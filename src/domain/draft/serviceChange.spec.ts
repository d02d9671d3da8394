import { RUN_ID, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, PORT } from '../../../test/objects/draftBuilders';
import type { ExposeDraft } from './draft';
import { withExistingService } from './draft';
import { resolve } from './resolve';
import type { Service } from '../k8s/objects';
import { changedFields, holdsPlanned, needsReplacement, replacement } from './serviceChange';
import { restored } from './restored';
import type { ServiceOptions } from '../service/serviceOptions';

/** A Service as the API server returns it. */
const found = (spec: object = {}): Service => {
  const service = aService({ selector: { tier: 'backend' } });
  return {
    ...service,
    spec: {
      ...service.spec,
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ...spec,
    },
  };
};
const wanting = (
  service: Service,
  changes: Partial<ExposeDraft> = {},
  options: Partial<ServiceOptions> = {},
): ExposeDraft => {
  const draft = { ...withExistingService(aDraft(), service, 'live'), ...changes };
  return { ...draft, options: { ...draft.options, ...options } };
};
const change = (service: Service, changes: Partial<ExposeDraft> = {}, options: Partial<ServiceOptions> = {}) =>
  changedFields(wanting(service, changes, options), service);
const isReplaced = (service: Service, changes: Partial<ExposeDraft> = {}, options: Partial<ServiceOptions> = {}) =>
  needsReplacement(wanting(service, changes, options), service);
const replacesExisting = (draft: ExposeDraft, service: Service): boolean =>
  resolve(draft, seenOf([], [service]), RUN_ID).resolved.replacesExistingService;
const NODE_PORT = found({
  type: 'NodePort',
  externalTrafficPolicy: 'Local',
  ports: [{ name: 'web', port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080, appProtocol: 'http' }],
});

describe('the changes to an existing Service', () => {
  it('is nothing while the draft is as it is', () => {
    for (const service of [
      found(),
      NODE_PORT,
      found({ clusterIP: 'None' }),
      found({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } }),
    ])
      expect(change(service)).toEqual({});
  });

  it.each<[string, Service, Partial<ExposeDraft>, Partial<ServiceOptions>, object]>([
    ['another type', found(), { type: 'NodePort' }, {}, { type: 'NodePort' }],
    [
      'a type without node ports, which the API server drops itself',
      NODE_PORT,
      { type: 'ClusterIP' },
      {},
      { type: 'ClusterIP' },
    ],
    ['a Route before it, which needs no other type', NODE_PORT, { type: 'Route' }, {}, {}],
    ['a policy', NODE_PORT, {}, { externalTrafficPolicy: '' }, { externalTrafficPolicy: 'Cluster' }],
    [
      'stickiness',
      found(),
      {},
      { isSticky: true, stickySeconds: '60' },
      { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } },
    ],
    [
      'no stickiness any more',
      found({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } }),
      {},
      { isSticky: false },
      { sessionAffinity: 'None', sessionAffinityConfig: null },
    ],
    ['external addresses', found({ externalIPs: ['192.0.2.1'] }), {}, { externalIPs: '' }, { externalIPs: null }],
    [
      'source ranges that only load balancers have',
      found({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] }),
      { type: 'ClusterIP' },
      {},
      { type: 'ClusterIP', loadBalancerSourceRanges: null },
    ],
    ['not ready addresses', found(), {}, { publishNotReady: true }, { publishNotReadyAddresses: true }],
    [
      'a node port',
      NODE_PORT,
      { ports: [{ ...PORT, name: 'web', nodePort: '30099' }] },
      {},
      { ports: [{ name: 'web', port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30099, appProtocol: 'http' }] },
    ],
  ])('is %s', (_, service, changes, options, expected) => {
    expect(change(service, changes, options)).toEqual(expected);
    expect(isReplaced(service, changes, options)).toBe(false);
  });
});

describe('fields that the API does not allow to change', () => {
  it.each<[string, Service, Partial<ExposeDraft>, Partial<ServiceOptions>]>([
    ['to headless', found(), { type: 'Headless' }, {}],
    ['from headless', found({ clusterIP: 'None', clusterIPs: ['None'] }), { type: 'ClusterIP' }, {}],
    ['the cluster IP', found(), {}, { clusterIP: '172.30.9.9' }],
    ['the first family', found(), {}, { ipFamilies: 'IPv6' }],
    [
      'the class of a load balancer',
      found({ type: 'LoadBalancer', loadBalancerClass: 'a/b' }),
      {},
      { loadBalancerClass: 'c/d' },
    ],
  ])('%s', (_, service, changes, options) => {
    expect(isReplaced(service, changes, options)).toBe(true);
    expect(replacesExisting(wanting(service, changes, options), service)).toBe(true);
  });

  it('is not said of a second family, of the address that it has, or of a new Service', () => {
    expect(isReplaced(found(), {}, { ipFamilies: 'IPv4,IPv6', ipFamilyPolicy: 'PreferDualStack' })).toBe(false);
    expect(isReplaced(found(), {}, { clusterIP: '172.30.123.204' })).toBe(false);
    expect(replacesExisting(aDraft({ type: 'Headless' }), found())).toBe(false);
  });
});

describe('a Service in the place of another', () => {
  const before: Service = {
    ...NODE_PORT,
    metadata: { ...NODE_PORT.metadata, labels: { a: 'b' }, annotations: { note: 'x' } },
  };

  it('keeps what the draft does not want otherwise, and carries the run', () => {
    const made = replacement(wanting(before, { type: 'Headless' }), before, RUN_ID);
    expect(made.metadata).toEqual({
      name: 'backend',
      namespace: 'prod2',
      labels: { a: 'b' },
      annotations: { note: 'x', 'expose-vm/run': RUN_ID },
    });
    expect(made.spec).toMatchObject({
      type: 'ClusterIP',
      clusterIP: 'None',
      selector: { tier: 'backend' },
      ports: [{ name: 'web', port: 80, appProtocol: 'http' }],
    });
    expect(made.spec).not.toHaveProperty('clusterIPs');
    expect(made.spec).not.toHaveProperty('externalTrafficPolicy');
    expect(made.spec?.ports?.[0]).not.toHaveProperty('nodePort');
  });

  it('keeps policies that the wizard does not offer for the type', () => {
    const external = found({ externalIPs: ['192.0.2.77'], externalTrafficPolicy: 'Local' });
    const moved = replacement(wanting(external, {}, { clusterIP: '172.30.9.9' }), external, RUN_ID);
    expect(moved.spec).toMatchObject({ externalTrafficPolicy: 'Local', externalIPs: ['192.0.2.77'] });
    const local = found({ internalTrafficPolicy: 'Local' });
    const headless = replacement(wanting(local, { type: 'Headless' }), local, RUN_ID);
    expect(headless.spec).toMatchObject({ internalTrafficPolicy: 'Local' });
  });

  it('asks for another address where it had a fixed one', () => {
    const headless = found({ clusterIP: 'None', clusterIPs: ['None'] });
    expect(replacement(wanting(headless, { type: 'ClusterIP' }), headless, RUN_ID).spec).not.toHaveProperty(
      'clusterIP',
    );
    expect(replacement(wanting(before, {}, { clusterIP: '172.30.9.9' }), before, RUN_ID).spec).toMatchObject({
      clusterIP: '172.30.9.9',
    });
  });

  it('is undone by the one that was there, with its address', () => {
    expect(restored(before)).toMatchObject({
      metadata: { name: 'backend', annotations: { note: 'x' } },
      spec: { clusterIP: '172.30.123.204', type: 'NodePort' },
    });
    expect(restored(before).metadata).not.toHaveProperty('uid');
  });
});

describe('what a Service holds', () => {
  it('is what was planned, whatever the API server adds', () => {
    const planned = [{ name: 'web', port: 80, targetPort: 8080, protocol: 'TCP' }];
    expect(holdsPlanned(NODE_PORT, 'ports', planned)).toBe(true);
    expect(holdsPlanned(NODE_PORT, 'ports', [{ ...planned[0], port: 81 }])).toBe(false);
    expect(holdsPlanned(found(), 'externalTrafficPolicy', 'Cluster')).toBe(true);
    expect(holdsPlanned(NODE_PORT, 'type', 'ClusterIP')).toBe(false);
  });
});
