import { aService } from '../../../test/objects/serviceBuilders';
import { exposedTypeOf, type ExposedType } from '../k8s/exposedTypes';
import {
  annotationsOf,
  entriesOf,
  NO_OPTIONS,
  optionFields,
  optionsOf,
  type ServiceOptions,
  holdsChosen,
} from './serviceOptions';

const fields = (type: ExposedType, changes: Partial<ServiceOptions> = {}) =>
  Object.fromEntries(
    Object.entries(optionFields(type, { ...NO_OPTIONS, ...changes })).filter(([, value]) => value !== null),
  );

describe('typed lists', () => {
  it('are separated by commas or blanks', () => {
    expect(entriesOf(' 192.0.2.1, 192.0.2.2\n192.0.2.3 ')).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3']);
    expect(entriesOf(' ')).toEqual([]);
  });

  it('of annotations hold one a line, the value being all behind the first =', () => {
    expect(annotationsOf('a/b = c=d \n\nbare')).toEqual([
      { key: 'a/b', value: 'c=d' },
      { key: 'bare', value: '' },
    ]);
  });
});

describe('the Service fields of the options', () => {
  it.each<[ExposedType, Record<string, unknown>]>([
    ['ClusterIP', { type: 'ClusterIP' }],
    ['NodePort', { type: 'NodePort' }],
    ['LoadBalancer', { type: 'LoadBalancer' }],
    ['Route', { type: 'ClusterIP' }],
    ['Headless', { type: 'ClusterIP', clusterIP: 'None' }],
    ['ExternalName', { type: 'ExternalName' }],
  ])('of %s are the type alone when nothing was chosen', (type, expected) => {
    expect(fields(type)).toEqual(expected);
  });

  const everything: Partial<ServiceOptions> = {
    clusterIP: '172.30.1.1',
    ipFamilies: 'IPv6,IPv4',
    ipFamilyPolicy: 'PreferDualStack',
    externalIPs: '192.0.2.1, 192.0.2.2',
    isSticky: true,
    stickySeconds: '60',
    externalTrafficPolicy: 'Local',
    internalTrafficPolicy: 'Local',
    publishNotReady: true,
    loadBalancerClass: 'example.com/lb',
    loadBalancerIP: '192.0.2.9',
    sourceRanges: '10.0.0.0/8',
    externalName: 'db.example.com',
  };

  it('of a load balancer are all but the alias', () => {
    expect(fields('LoadBalancer', everything)).toEqual({
      type: 'LoadBalancer',
      clusterIP: '172.30.1.1',
      ipFamilies: ['IPv6', 'IPv4'],
      ipFamilyPolicy: 'PreferDualStack',
      externalIPs: ['192.0.2.1', '192.0.2.2'],
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: 'Local',
      publishNotReadyAddresses: true,
      loadBalancerClass: 'example.com/lb',
      loadBalancerIP: '192.0.2.9',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
    });
  });

  it('of another type leave out what only others have', () => {
    expect(fields('Headless', everything)).toEqual({
      type: 'ClusterIP',
      clusterIP: 'None',
      ipFamilies: ['IPv6', 'IPv4'],
      ipFamilyPolicy: 'PreferDualStack',
      publishNotReadyAddresses: true,
    });
    expect(fields('ExternalName', everything)).toEqual({ type: 'ExternalName', externalName: 'db.example.com' });
    expect(Object.keys(fields('ClusterIP', everything))).not.toContain('externalTrafficPolicy');
  });

  it('of stickiness without a time leave that to the API server', () => {
    expect(fields('ClusterIP', { isSticky: true })).toEqual({ type: 'ClusterIP', sessionAffinity: 'ClientIP' });
  });
});

describe('an existing Service', () => {
  it('is headless when it has no address of its own', () => {
    expect(exposedTypeOf({ spec: { type: 'ClusterIP', clusterIP: 'None' } })).toBe('Headless');
    expect(exposedTypeOf({ spec: { clusterIP: '172.30.0.1' } })).toBe('ClusterIP');
    expect(exposedTypeOf(aService({ type: 'ExternalName' }))).toBe('ExternalName');
  });

  it("has as options only what is not the API server's default, and no wish for the address that it was given", () => {
    expect(optionsOf(aService())).toEqual({ ...NO_OPTIONS, isOwned: false });
    expect(
      optionsOf({
        spec: {
          type: 'LoadBalancer',
          clusterIP: '172.30.1.1',
          sessionAffinity: 'ClientIP',
          sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
          externalTrafficPolicy: 'Local',
          internalTrafficPolicy: 'Cluster',
          loadBalancerSourceRanges: ['10.0.0.0/8'],
          externalIPs: ['192.0.2.1', '192.0.2.2'],
        },
      }),
    ).toMatchObject({
      clusterIP: '',
      isSticky: true,
      stickySeconds: '10800',
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: '',
      sourceRanges: '10.0.0.0/8',
      externalIPs: '192.0.2.1, 192.0.2.2',
    });
  });
});

describe('what was chosen', () => {
  it.each<[string, string, unknown, unknown, boolean]>([
    ['the family to which the API server has added the other', 'ipFamilies', ['IPv6', 'IPv4'], ['IPv6'], true],
    ['both families', 'ipFamilies', ['IPv6', 'IPv4'], ['IPv6', 'IPv4'], true],
    ['the other family first', 'ipFamilies', ['IPv4', 'IPv6'], ['IPv6'], false],
    ['a family of two that is missing', 'ipFamilies', ['IPv4'], ['IPv4', 'IPv6'], false],
    ['an external IP more', 'externalIPs', ['192.0.2.1', '192.0.2.2'], ['192.0.2.1'], false],
  ])('%s', (_, field, held, chosen, holds) => expect(holdsChosen(field, held, chosen)).toBe(holds));
});
