import { RUN_ID } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft } from '../../../test/objects/draftBuilders';
import type { Service } from '../k8s/objects';
import { isAsPlanned, plannedService } from './plannedService';

const SELECTOR = { tier: 'backend' };
const planned = plannedService(aDraft(), SELECTOR, RUN_ID);
/** The planned Service as the API server returns it: defaults filled in. */
const asReturned = (changes: Parameters<typeof aService>[0] = {}) =>
  aService({ run: RUN_ID, selector: SELECTOR, ...changes });

const withField = (service: Service, fields: object): Service => ({ ...service, spec: { ...service.spec, ...fields } });

describe('plannedService', () => {
  it('sets what the person chose, the run and the VMs, and leaves the rest to the API server', () => {
    expect(planned).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'backend',
        namespace: 'prod2',
        annotations: { 'expose-vm/run': RUN_ID, 'expose-vm/vms': 'backendvm' },
      },
      spec: { type: 'ClusterIP', selector: SELECTOR, ports: [{ protocol: 'TCP', port: 80, targetPort: 8080 }] },
    });
  });

  it('names ports only where they have a name', () => {
    const ports = plannedService(
      aDraft({ ports: [{ name: 'dns', port: '53', targetPort: '5353', protocol: 'UDP', nodePort: '' }] }),
      SELECTOR,
      RUN_ID,
    ).spec?.ports;
    expect(ports).toEqual([{ name: 'dns', protocol: 'UDP', port: 53, targetPort: 5353 }]);
  });
});

describe('isAsPlanned', () => {
  it('knows its own Service as the API server returns it', () => {
    expect(isAsPlanned(asReturned(), planned)).toBe(true);
  });

  it('does not mind the order of selector keys or fields that the person did not choose', () => {
    const two = { b: '2', a: '1' };
    expect(
      isAsPlanned(
        withField(asReturned({ selector: { a: '1', b: '2' } }), { trafficDistribution: 'PreferClose' }),
        plannedService(aDraft(), two, RUN_ID),
      ),
    ).toBe(true);
  });

  it.each<[string, Parameters<typeof aService>[0]]>([
    ['selector value', { selector: { tier: 'frontend' } }],
    ['selector key more', { selector: { ...SELECTOR, app: 'x' } }],
    ['port', { ports: [{ port: 81, targetPort: 8080 }] }],
    ['target port', { ports: [{ port: 80, targetPort: 8081 }] }],
    ['named target port', { ports: [{ port: 80, targetPort: 'http' }] }],
    ['protocol', { ports: [{ port: 80, targetPort: 8080, protocol: 'UDP' }] }],
    ['port name', { ports: [{ name: 'http', port: 80, targetPort: 8080 }] }],
    [
      'port more',
      {
        ports: [
          { port: 80, targetPort: 8080 },
          { name: 'b', port: 81 },
        ],
      },
    ],
    ['type', { type: 'NodePort' }],
  ])('sees another %s', (_, changes) => {
    expect(isAsPlanned(asReturned(changes), planned)).toBe(false);
  });

  it('sees a missing selector', () => {
    expect(isAsPlanned(aService({ run: RUN_ID }), planned)).toBe(false);
  });

  const OTHERS = { externalIPs: ['192.0.2.7'], loadBalancerIP: '192.0.2.8' };

  it('leaves what the run has never planned to whoever has set it', () => {
    expect(isAsPlanned(withField(asReturned(), OTHERS), planned)).toBe(false);
    expect(isAsPlanned(withField(asReturned(), OTHERS), planned, [planned])).toBe(true);
  });

  it('sees what an earlier draft of the run has set', () => {
    const earlier = withField(planned, { externalIPs: ['192.0.2.7'] });
    expect(isAsPlanned(withField(asReturned(), OTHERS), planned, [earlier, planned])).toBe(false);
    expect(isAsPlanned(asReturned(), earlier, [planned])).toBe(false);
  });
});
