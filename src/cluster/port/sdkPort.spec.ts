import {
  consoleFetch,
  consoleFetchJSON,
  consoleFetchText,
  k8sCreate,
  k8sDelete,
  k8sGet,
  k8sListItems,
  k8sPatch,
} from '@openshift-console/dynamic-plugin-sdk';
import { NAMESPACE, SERVICE_NAME, VM_NAME, aVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { forbidden, notFound } from '../../../test/objects/apiErrors';
import { ACCESS_REVIEW, MODELS, RULES_REVIEW } from './models';
import { readPluginConfig, sdkPort } from './sdkPort';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  consoleFetch: jest.fn(),
  consoleFetchJSON: jest.fn(),
  consoleFetchText: jest.fn(),
  k8sCreate: jest.fn(),
  k8sDelete: jest.fn(),
  k8sGet: jest.fn(),
  k8sListItems: jest.fn(),
  k8sPatch: jest.fn(),
}));

const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
const service = { kind: 'Service', namespace: NAMESPACE, name: SERVICE_NAME } as const;

beforeEach(() => jest.resetAllMocks());

describe('reading', () => {
  it('gets one object by name', async () => {
    jest.mocked(k8sGet).mockResolvedValue(aVm());
    expect(await sdkPort.get(vm)).toEqual(aVm());
    expect(k8sGet).toHaveBeenCalledWith({ model: MODELS.VirtualMachine, ns: NAMESPACE, name: VM_NAME });
  });

  it('answers undefined for what is not there', async () => {
    jest.mocked(k8sGet).mockRejectedValue(notFound(VM_NAME));
    expect(await sdkPort.get(vm)).toBeUndefined();
  });

  it('hands on every other refusal', async () => {
    jest.mocked(k8sGet).mockRejectedValue(forbidden('no'));
    await expect(sdkPort.get(vm)).rejects.toMatchObject({ code: 403 });
  });

  it('lists a namespace, by labels when there are any', async () => {
    jest.mocked(k8sListItems).mockResolvedValue([]);
    await sdkPort.list('Service', NAMESPACE);
    expect(k8sListItems).toHaveBeenLastCalledWith({ model: MODELS.Service, queryParams: { ns: NAMESPACE } });
    await sdkPort.list('Pod', NAMESPACE, { 'kubevirt.io/created-by': 'vmi-1' });
    expect(k8sListItems).toHaveBeenLastCalledWith({
      model: MODELS.Pod,
      queryParams: { ns: NAMESPACE, labelSelector: { matchLabels: { 'kubevirt.io/created-by': 'vmi-1' } } },
    });
  });
});

describe('reading what is no object', () => {
  it("reads a pod's log, and no other's, whatever its name is", async () => {
    jest.mocked(consoleFetchText).mockResolvedValue('a line');
    expect(await sdkPort.readLog({ kind: 'Pod', namespace: 'a/b', name: '../x?' }, 'expose-vm-test')).toBe('a line');
    expect(consoleFetchText).toHaveBeenCalledWith(
      '/api/kubernetes/api/v1/namespaces/a%2Fb/pods/..%2Fx%3F/log?container=expose-vm-test&limitBytes=65536',
    );
  });

  it("reads the chart's configuration beside the plugin", async () => {
    jest.mocked(consoleFetchJSON).mockResolvedValue({ testImage: 'tools' });
    expect(await readPluginConfig()).toEqual({ testImage: 'tools' });
    expect(consoleFetchJSON).toHaveBeenCalledWith('/api/plugins/expose-vm/config.json');
  });
});

describe('asking for rights', () => {
  it('reviews the rules of a namespace', async () => {
    const rules = [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }];
    jest
      .mocked(k8sCreate)
      .mockResolvedValue({ status: { resourceRules: rules, nonResourceRules: [], incomplete: true } } as never);
    expect(await sdkPort.rules(NAMESPACE)).toEqual({ rules, incomplete: true });
    expect(k8sCreate).toHaveBeenCalledWith({
      model: RULES_REVIEW,
      data: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace: NAMESPACE } },
    });
  });

  it.each([
    [{ status: { allowed: true } }, true],
    [{ status: { allowed: false, reason: 'no' } }, false],
    [{}, false],
  ])('reads the answer %j to one access as %s', async (answer, may) => {
    jest.mocked(k8sCreate).mockResolvedValue(answer as never);
    const access = {
      group: 'subresources.kubevirt.io',
      resource: 'virtualmachines',
      subresource: 'restart',
      verb: 'update',
    };
    expect(await sdkPort.mayI(access, NAMESPACE)).toBe(may);
    expect(k8sCreate).toHaveBeenCalledWith({
      model: ACCESS_REVIEW,
      data: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { ...access, namespace: NAMESPACE } },
      },
    });
  });
});

describe('writing', () => {
  const patch = [{ op: 'test', path: '/metadata/uid', value: 'u' }] as const;

  it('creates a Service, for a dry run by query', async () => {
    await sdkPort.create(aService());
    expect(k8sCreate).toHaveBeenLastCalledWith({ model: MODELS.Service, data: aService() });
    await sdkPort.create(aService(), { dryRun: true });
    expect(k8sCreate).toHaveBeenLastCalledWith({
      model: MODELS.Service,
      data: aService(),
      queryParams: { dryRun: 'All' },
    });
  });

  it('patches, for a dry run by query', async () => {
    const resource = { metadata: { namespace: NAMESPACE, name: VM_NAME } };
    await sdkPort.patch(vm, patch);
    expect(k8sPatch).toHaveBeenLastCalledWith({ model: MODELS.VirtualMachine, resource, data: patch });
    await sdkPort.patch(vm, patch, { dryRun: true });
    expect(k8sPatch).toHaveBeenLastCalledWith({
      model: MODELS.VirtualMachine,
      resource,
      data: patch,
      queryParams: { dryRun: 'All' },
    });
  });

  it('deletes only the object of that uid, for a dry run by the body', async () => {
    const json = { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid: 'u' } };
    const resource = { metadata: { namespace: NAMESPACE, name: SERVICE_NAME } };
    await sdkPort.delete(service, 'u');
    expect(k8sDelete).toHaveBeenLastCalledWith({ model: MODELS.Service, resource, json });
    await sdkPort.delete(service, 'u', { dryRun: true });
    expect(k8sDelete).toHaveBeenLastCalledWith({ model: MODELS.Service, resource, json: { ...json, dryRun: ['All'] } });
  });

  it.each([
    ['a pod with its grace', { graceSeconds: 1 }, { gracePeriodSeconds: 1 }],
    ['a pod with no grace at all', { graceSeconds: 0 }, { gracePeriodSeconds: 0 }],
    ['as a dry run too', { graceSeconds: 1, dryRun: true }, { gracePeriodSeconds: 1, dryRun: ['All'] }],
  ])('deletes %s', async (_, options, more) => {
    await sdkPort.delete({ kind: 'Pod', namespace: NAMESPACE, name: 'virt-launcher-x' }, 'u', options);
    const json = { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid: 'u' }, ...more };
    expect(k8sDelete).toHaveBeenCalledWith({
      model: MODELS.Pod,
      resource: { metadata: { namespace: NAMESPACE, name: 'virt-launcher-x' } },
      json,
    });
  });

  it('deletes with a Job its pods, which the API server would keep', async () => {
    await sdkPort.delete({ kind: 'Job', namespace: NAMESPACE, name: 'test' }, 'u');
    expect(k8sDelete).toHaveBeenCalledWith(
      expect.objectContaining({
        model: MODELS.Job,
        json: { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background', preconditions: { uid: 'u' } },
      }),
    );
  });

  it.each<['restart' | 'start', string, { dryRun: true } | undefined, object]>([
    ['restart', 'for real', undefined, {}],
    ['restart', 'as a dry run, by the body alone since the query is ignored', { dryRun: true }, { dryRun: ['All'] }],
    ['start', 'for real', undefined, {}],
    ['start', 'as a dry run, by the body too', { dryRun: true }, { dryRun: ['All'] }],
  ])('asks for a %s %s', async (verb, _, options, body) => {
    await sdkPort[verb](vm, options);
    expect(consoleFetch).toHaveBeenCalledTimes(1);
    const [url, init] = jest.mocked(consoleFetch).mock.calls[0] ?? [];
    expect(url).toBe(
      `/api/kubernetes/apis/subresources.kubevirt.io/v1/namespaces/prod2/virtualmachines/backendvm/${verb}`,
    );
    expect(init).toMatchObject({ method: 'PUT', headers: { 'Content-Type': 'application/json' } });
    expect(JSON.parse(init?.body as string)).toEqual(body);
  });

  it.each(['restart', 'start'] as const)('asks for a %s of no other VM, whatever the names are', async (verb) => {
    await sdkPort[verb]({ ...vm, namespace: 'a/b', name: '../x?dryRun=All#' });
    const [url] = jest.mocked(consoleFetch).mock.calls[0] ?? [];
    expect(url).toBe(
      `/api/kubernetes/apis/subresources.kubevirt.io/v1/namespaces/a%2Fb/virtualmachines/..%2Fx%3FdryRun%3DAll%23/${verb}`,
    );
  });

  it.each([
    ['create', k8sCreate, () => sdkPort.create(aService())],
    ['patch', k8sPatch, () => sdkPort.patch(vm, patch)],
    ['delete', k8sDelete, () => sdkPort.delete(service, 'u')],
    ['restart', consoleFetch, () => sdkPort.restart(vm)],
    ['start', consoleFetch, () => sdkPort.start(vm)],
  ])('hands on the refusal of a %s', async (_, request, write) => {
    jest.mocked<(...args: never[]) => Promise<unknown>>(request).mockRejectedValue(forbidden('no'));
    await expect(write()).rejects.toMatchObject({ code: 403 });
  });
});
