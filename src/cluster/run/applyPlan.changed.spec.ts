import {
  NAMESPACE,
  SERVICE_NAME,
  VM_NAME,
  aRunningVm,
  aVm,
  seenOf,
  type VmOptions,
} from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { forbidden, invalid } from '../../../test/objects/apiErrors';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { patchService } from '../../domain/steps/serviceFields';
import { patchTemplate } from '../../domain/labels/labelLayers';
import type { Failure } from '../../domain/k8s/failure';
import type { Step } from '../../domain/steps/step';
import { applyPlan } from './applyPlan';

const REFUSED: Failure = {
  code: 422,
  reason: 'Invalid',
  message: 'the server rejected our request due to an error in our request',
};
const tier = '/spec/template/metadata/labels/tier';
const wanted = { tier: 'backend' };

/** The failure of a step that was planned of one VM and is sent to a cluster that has come to hold another. */
async function failureOf(steps: readonly Step[], cluster: InMemoryCluster): Promise<Failure | undefined> {
  let failure: Failure | undefined;
  const emit = (event: Parameters<Parameters<typeof applyPlan>[0]['emit']>[0]) =>
    (failure = event.type === 'failed' ? event.failure : failure);
  expect(await applyPlan({ steps, port: cluster, clock: cluster, emit, signal: new AbortController().signal })).toBe(
    'failed',
  );
  return failure;
}
const clusterOf = (vm: VmOptions) => new InMemoryCluster(seenOf([aRunningVm({ vm })], [aService()]));
const planned = (vm: VmOptions = {}) => patchTemplate(aVm(vm), wanted);

describe('a guarded patch that is refused', () => {
  it.each<[string, VmOptions, VmOptions, Failure['changed']]>([
    [
      'another value',
      { templateLabels: { tier: 'old' } },
      { templateLabels: { tier: 'theirs' } },
      [{ of: 'value', path: tier, expected: 'old', actual: 'theirs' }],
    ],
    [
      'a value where there was none',
      {},
      { templateLabels: { tier: 'theirs' } },
      [{ of: 'value', path: tier, expected: null, actual: 'theirs' }],
    ],
    [
      'a value that was taken away',
      { templateLabels: { tier: 'old' } },
      {},
      [{ of: 'value', path: tier, expected: 'old', actual: null }],
    ],
    [
      'another object of the same name',
      {},
      { uid: 'vm-2' },
      [{ of: 'object', path: '/metadata/uid', expected: 'vm-backendvm', actual: 'vm-2' }],
    ],
    [
      'a map where there was none',
      { templateLabels: null },
      { templateLabels: { app: 'x' } },
      [{ of: 'value', path: '/spec/template/metadata/labels', expected: null, actual: '{"app":"x"}' }],
    ],
  ])("tells %s beside the API server's words", async (_, before, after, changed) => {
    expect(await failureOf(planned(before), clusterOf(after))).toEqual({ ...REFUSED, changed });
  });

  it('tells the ports that someone else has given to the Service', async () => {
    const found = aService();
    const cluster = clusterOf({});
    cluster.put(aService({ ports: [{ port: 443, targetPort: 8443 }] }));
    const failure = await failureOf(patchService(found, { ports: [{ port: 81, protocol: 'TCP' }] }), cluster);
    expect(failure).toMatchObject(REFUSED);
    expect(failure?.changed).toEqual([
      {
        of: 'value',
        path: '/spec/ports',
        expected: expect.stringContaining('8080') as string,
        actual: expect.stringContaining('8443') as string,
      },
    ]);
  });

  it('is left with the plain failure when the object cannot be read', async () => {
    const cluster = clusterOf({ templateLabels: { tier: 'theirs' } });
    jest.spyOn(cluster, 'get').mockRejectedValue(forbidden('no'));
    expect(await failureOf(planned(), cluster)).toEqual(REFUSED);
  });

  it('is left with the plain failure when the object is gone by then', async () => {
    const cluster = clusterOf({ templateLabels: { tier: 'theirs' } });
    jest.spyOn(cluster, 'get').mockResolvedValue(undefined);
    expect(await failureOf(planned(), cluster)).toEqual(REFUSED);
  });

  it('is left with the plain failure when nothing was changed: the server has other reasons', async () => {
    const cluster = clusterOf({});
    jest.spyOn(cluster, 'patch').mockRejectedValue(invalid('spec.template.spec: Forbidden'));
    expect(await failureOf(planned(), cluster)).toEqual({
      code: 422,
      reason: 'Invalid',
      message: 'spec.template.spec: Forbidden',
    });
  });
});

describe('what is no guarded patch that fails', () => {
  it('is not looked into: another code', async () => {
    const cluster = clusterOf({ templateLabels: { tier: 'theirs' } });
    jest.spyOn(cluster, 'patch').mockRejectedValue(forbidden('no'));
    const get = jest.spyOn(cluster, 'get');
    expect(await failureOf(planned(), cluster)).toEqual({ code: 403, reason: 'Forbidden', message: 'no' });
    expect(get).not.toHaveBeenCalled();
  });

  it('is not looked into: another step', async () => {
    const cluster = clusterOf({});
    jest.spyOn(cluster, 'create').mockRejectedValue(invalid('spec.ports[0].port: Invalid value'));
    const get = jest.spyOn(cluster, 'get');
    const create: Step = { id: 'c', kind: 'create', object: aService({ name: SERVICE_NAME }) };
    expect(await failureOf([create], cluster)).toEqual({
      code: 422,
      reason: 'Invalid',
      message: 'spec.ports[0].port: Invalid value',
    });
    expect(get).not.toHaveBeenCalled();
  });

  it('reads only the object that was to be patched', async () => {
    const cluster = clusterOf({ templateLabels: { tier: 'theirs' } });
    const get = jest.spyOn(cluster, 'get');
    await failureOf(planned(), cluster);
    expect(get.mock.calls).toEqual([[{ kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME }]]);
  });
});
