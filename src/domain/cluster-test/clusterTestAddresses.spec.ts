import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { addressesExpected, agreementOf } from './clusterTestAddresses';
import type { Service } from '../k8s/objects';

const DNS = { kind: 'dns', name: 'web.backend.prod2.svc.cluster.local' } as const;
const of = (spec: Service['spec']): Service => ({ ...aService(), spec });
const HEADLESS = of({ clusterIP: 'None' });
const SLICES = [
  aSlice({
    endpoints: [
      { ...anEndpoint({ addresses: ['10.8.0.1'] }), hostname: 'web' },
      anEndpoint({ addresses: ['10.8.0.2'] }),
      anEndpoint({ addresses: ['10.8.0.3'], ready: false }),
    ],
  }),
  aSlice({ service: 'other', endpoints: [anEndpoint({ addresses: ['10.8.0.9'] })] }),
];

describe('the addresses that DNS should return', () => {
  it.each([
    [
      'both of a dual-stack Service',
      of({ clusterIP: '172.30.0.1', clusterIPs: ['172.30.0.1', 'fd00::1'] }),
      DNS,
      SLICES,
      ['172.30.0.1', 'fd00::1'],
    ],
    ['its only one', of({ clusterIP: '172.30.0.1' }), DNS, SLICES, ['172.30.0.1']],
    ['those of the endpoints that take traffic of a headless one', HEADLESS, DNS, SLICES, ['10.8.0.1', '10.8.0.2']],
    [
      'that of the hostname for a VM of a headless one',
      HEADLESS,
      { ...DNS, ofVm: { vmName: 'web', hostname: 'web' } },
      SLICES,
      ['10.8.0.1'],
    ],
    ['unknown where EndpointSlices are', HEADLESS, DNS, undefined, undefined],
    ['unknown of an alias', of({ type: 'ExternalName', externalName: 'example.com' }), DNS, SLICES, undefined],
    ['unknown before there is one', of({}), DNS, SLICES, undefined],
    [
      'none of a connection',
      of({ clusterIP: '172.30.0.1' }),
      { kind: 'tcp', host: 'backend', port: 80 } as const,
      SLICES,
      undefined,
    ],
  ])('are %s', (_, service, check, slices, addresses) => {
    expect(addressesExpected(check, service, slices)).toEqual(addresses);
  });
});

describe('the answer', () => {
  const service = of({ clusterIP: '172.30.0.1', clusterIPs: ['172.30.0.1', 'fd00::1'] });
  it.each([
    ['agrees', 'ok', ['172.30.0.1'], 'agrees'],
    ['agrees in both families', 'ok', ['fd00::1', '172.30.0.1'], 'agrees'],
    ['differs by one address', 'ok', ['172.30.0.1', '172.30.0.2'], 'differs'],
    ['differs when there is none', 'ok', [], 'differs'],
    ['that is none is compared with nothing', 'failed', [], undefined],
  ] as const)('%s', (_, outcome, addresses, agreement) => {
    expect(agreementOf({ check: DNS, outcome, addresses, lines: [] }, service, SLICES)).toBe(agreement);
  });
});
