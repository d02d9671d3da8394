import { renderHook, waitFor } from '@testing-library/react';
import { forbidden } from '../../../test/objects/apiErrors';
import { aPod, NAMESPACE } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import type { Service } from '../../domain/k8s/objects';
import { useExposure, type KnownExposure } from './useExposure';

const NAD = 'NetworkAttachmentDefinition';
const INGRESS = { kind: 'Ingress', metadata: { name: 'shop', namespace: NAMESPACE } };
const QUOTA = { kind: 'ResourceQuota', metadata: { name: 'quota', namespace: NAMESPACE } };
const ROUTE = {
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  metadata: { name: 'shop', namespace: NAMESPACE },
  spec: { to: { kind: 'Service', name: 'backend' } },
};
const event = (uid: string) => ({
  kind: 'Event',
  metadata: { name: `of-${uid}`, namespace: NAMESPACE, uid: `event-${uid}` },
  involvedObject: { uid },
  reason: 'Pending',
});

function open(service: Service = aService({ selector: { tier: 'backend' } })) {
  const known: KnownExposure = {
    service,
    vm: aReachedVm(),
    endpointSlices: [aSlice()],
    services: [service],
    rights: undefined,
  };
  return renderHook(() => useExposure(known)).result;
}
const loaded = (result: ReturnType<typeof open>) => waitFor(() => expect(result.current.loaded).toBe(true));

describe('useExposure', () => {
  let served: ServedCluster;
  beforeEach(() => {
    served = new ServedCluster({ vms: [aReachedVm()] });
    sdk.kinds.add(NAD).add('Route');
    sdk.lists.set(NAD, []).set('Ingress', [INGRESS]).set('ResourceQuota', [QUOTA]);
    [
      aPolicy(),
      ROUTE,
      event('svc-backend'),
      event('other'),
      aPod({ name: 'web-1', uid: 'web-1', labels: { tier: 'backend' } }),
    ].forEach((object) => served.cluster.put(object));
  });

  it('begins unloaded, then knows what only the detail needs', async () => {
    const result = open();
    expect(result.current.loaded).toBe(false);
    await loaded(result);
    const { situation, failures } = result.current;
    expect(failures).toEqual({});
    expect(situation).toMatchObject({
      networkPolicies: [aPolicy()],
      primaryNetwork: { kind: 'default' },
      routes: [ROUTE],
      ingresses: [INGRESS],
      events: [event('svc-backend')],
      quotas: undefined,
    });
    expect(situation.namespaceLabels).toBeDefined();
    expect(situation.selectedPods?.map(({ metadata }) => metadata?.name)).toEqual([
      'virt-launcher-backendvm-abcde',
      'web-1',
    ]);
    expect(situation.now).toBeGreaterThan(0);
    expect(
      sdk
        .watched()
        .map(({ groupVersionKind }) => groupVersionKind?.kind)
        .sort(),
    ).toEqual(['Event', 'NetworkPolicy', 'Pod', 'Route']);
    expect(sdk.watched().every(({ namespace }) => namespace === NAMESPACE)).toBe(true);
  });

  it('asks for quotas where a Service takes what they count', async () => {
    const result = open(aService({ type: 'LoadBalancer', selector: { tier: 'backend' } }));
    await loaded(result);
    expect(result.current.situation.quotas).toEqual([QUOTA]);
  });

  it('never asks for all pods', async () => {
    const result = open(aService());
    await loaded(result);
    expect(result.current.situation.selectedPods).toEqual([]);
    expect(sdk.watched().map(({ groupVersionKind }) => groupVersionKind?.kind)).not.toContain('Pod');
  });

  it('knows of no Routes on a cluster without them, which is no failure', async () => {
    sdk.kinds.delete('Route');
    const result = open();
    await loaded(result);
    expect(result.current.situation.routes).toEqual([]);
    expect(result.current.failures).toEqual({});
  });

  it('keeps the failure of each input that could not be read, and calls it unknown', async () => {
    const failure = forbidden('no');
    served.watchAnswers
      .set('NetworkPolicy', { error: failure })
      .set('Route', { error: failure })
      .set('Event', { error: failure })
      .set('Pod', { error: failure });
    sdk.lists.set(NAD, failure).delete('Ingress');
    sdk.lists.set('ResourceQuota', failure);
    sdk.clusterObjects.set(`Namespace/${NAMESPACE}`, failure);
    const result = open(aService({ type: 'NodePort', selector: { tier: 'backend' } }));
    await loaded(result);
    const { situation, failures } = result.current;
    const unread = [
      'networkPolicies',
      'primaryNetwork',
      'selectedPods',
      'routes',
      'ingresses',
      'events',
      'quotas',
    ] as const;
    expect(Object.keys(failures).sort()).toEqual([...unread].sort());
    expect(unread.filter((input) => situation[input] !== undefined)).toEqual([]);
    expect(failures.ingresses?.code).toBe(404);
    expect(failures.networkPolicies).toEqual({ code: 403, reason: 'Forbidden', message: 'no' });
  });
});
