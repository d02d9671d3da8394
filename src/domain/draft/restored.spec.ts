import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { restored } from './restored';

const REPLACED = aService({ selector: { tier: 'backend' } });
const PLANNED: Service = { ...REPLACED, spec: { ...REPLACED.spec, clusterIP: 'None' } };
const of = (service: Service, metadata: object, spec: object = {}): Service => ({
  ...service,
  metadata: { ...service.metadata, ...metadata },
  spec: { ...service.spec, ...spec },
});

describe('a Service that was replaced', () => {
  it('is made again as it was, with its address', () => {
    const { metadata, spec } = restored(REPLACED);
    expect(metadata).toEqual({ name: 'backend', namespace: 'prod2', annotations: {} });
    expect(spec).toMatchObject({ clusterIP: '172.30.123.204', selector: { tier: 'backend' } });
  });

  it('has its second address and its port of health checks again', () => {
    const own = {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30500,
      clusterIPs: ['172.30.123.204', 'fd00::9'],
      ipFamilies: ['IPv4', 'IPv6'],
      ipFamilyPolicy: 'PreferDualStack',
    };
    const replaced = of(REPLACED, {}, own);
    expect(restored(replaced).spec).toMatchObject(own);
    const now = of(PLANNED, {}, { sessionAffinity: 'ClientIP' });
    expect(restored(replaced, { planned: PLANNED, now }).spec).toMatchObject(own);
  });

  it('gets what others have written on the one in its place', () => {
    const now = of(
      PLANNED,
      { labels: { team: 'shop' }, annotations: { note: 'ours' } },
      { sessionAffinity: 'ClientIP', ports: [...(REPLACED.spec?.ports ?? []), { name: 'extra', port: 9999 }] },
    );
    const { metadata, spec } = restored(REPLACED, { planned: PLANNED, now });
    expect(metadata).toMatchObject({ labels: { team: 'shop' }, annotations: { note: 'ours' } });
    expect(spec).toMatchObject({ sessionAffinity: 'ClientIP', clusterIP: '172.30.123.204' });
    expect(spec?.ports?.map(({ name, port }) => [name, port])).toEqual([
      ['port-1', 80],
      ['extra', 9999],
    ]);
  });

  it('does not get what the API server has given to the other, or what its own type may not have', () => {
    const now = of(
      PLANNED,
      {},
      { internalTrafficPolicy: 'Cluster', loadBalancerIP: '192.0.2.1', ipFamilies: ['IPv4'] },
    );
    expect(restored(REPLACED, { planned: PLANNED, now }).spec).toEqual(restored(REPLACED).spec);
  });

  const checked = of(
    REPLACED,
    {},
    {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30043,
      clusterIPs: ['172.30.123.204', 'fd02::4'],
    },
  );

  it('gets back the number of its health check, and both its addresses', () => {
    expect(restored(checked).spec).toMatchObject({
      healthCheckNodePort: 30043,
      clusterIPs: ['172.30.123.204', 'fd02::4'],
    });
  });

  it('gets no number for a health check where others have chosen a policy without one', () => {
    const now = of(checked, {}, { externalTrafficPolicy: 'Cluster' });
    const { spec } = restored(checked, { planned: checked, now });
    expect(spec?.externalTrafficPolicy).toBe('Cluster');
    expect(spec).not.toHaveProperty('healthCheckNodePort');
  });
});
