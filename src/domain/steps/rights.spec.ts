import { NAMESPACE, VM_NAME, aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { allRights } from '../../../test/objects/draftBuilders';
import { setsTier } from '../../../test/objects/stepBuilders';
import {
  ACCESS_OF,
  RIGHTS,
  canLabelLive,
  isGranted,
  mayDo,
  mayLabelLive,
  rightsFor,
  rightsFrom,
  type ResourceRule,
} from './rights';
import type { Right } from '../k8s/rights';
import type { Step } from './step';

const RESTART = ACCESS_OF.restartVm;
const PODS = ACCESS_OF.patchPod;
const rule = (apiGroups: string[], resources: string[], verbs: string[], resourceNames?: string[]): ResourceRule => ({
  apiGroups,
  resources,
  verbs,
  ...(resourceNames ? { resourceNames } : {}),
});

describe('isGranted', () => {
  it.each([
    ['the very rule', PODS, rule([''], ['pods'], ['patch']), true],
    ['one of several', PODS, rule(['', 'apps'], ['services', 'pods'], ['get', 'patch']), true],
    ['any verb', PODS, rule([''], ['pods'], ['*']), true],
    ['any group', PODS, rule(['*'], ['pods'], ['patch']), true],
    ['any resource', PODS, rule([''], ['*'], ['patch']), true],
    ['another verb', PODS, rule([''], ['pods'], ['get', 'update']), false],
    ['another group', PODS, rule(['metrics.k8s.io'], ['pods'], ['patch']), false],
    ['another resource', PODS, rule([''], ['podtemplates'], ['patch']), false],
    ['only a subresource', PODS, rule([''], ['pods/status', '*/status'], ['patch']), false],
    ['only one object of that name', PODS, rule([''], ['pods'], ['patch'], ['web']), false],
    ['an empty list of names, which means all', PODS, rule([''], ['pods'], ['patch'], []), true],
    ['the subresource', RESTART, rule(['subresources.kubevirt.io'], ['virtualmachines/restart'], ['update']), true],
    ['the subresource of everything', RESTART, rule(['subresources.kubevirt.io'], ['*/restart'], ['update']), true],
    ['any resource, subresources included', RESTART, rule(['subresources.kubevirt.io'], ['*'], ['update']), true],
    [
      'the resource without its subresource',
      RESTART,
      rule(['subresources.kubevirt.io'], ['virtualmachines'], ['update']),
      false,
    ],
    ['another subresource', RESTART, rule(['subresources.kubevirt.io'], ['virtualmachines/start'], ['update']), false],
    [
      "the subresource in the VM's own group",
      RESTART,
      rule(['kubevirt.io'], ['virtualmachines/restart'], ['update']),
      false,
    ],
  ])('%s', (_, access, given, answer) => {
    expect(isGranted(access, [given])).toBe(answer);
  });

  it('does not put a right together of two rules', () => {
    expect(isGranted(PODS, [rule([''], ['pods'], ['get']), rule([''], ['services'], ['patch'])])).toBe(false);
  });

  it('is false without rules and with rules of other things than resources', () => {
    expect(isGranted(PODS, [])).toBe(false);
    expect(isGranted(PODS, [{ verbs: ['*'] }])).toBe(false);
  });
});

describe('rightsFrom', () => {
  it('grants all to who may do everything, and nothing without rules', () => {
    expect(rightsFrom([rule(['*'], ['*'], ['*'])])).toEqual(allRights());
    expect(rightsFrom([])).toEqual(allRights(false));
  });

  it.each(RIGHTS)('asks for %s by itself', (right) => {
    const { group, resource, subresource, verb } = ACCESS_OF[right];
    const only = rightsFrom([rule([group], [subresource ? `${resource}/${subresource}` : resource], [verb])]);
    expect(RIGHTS.filter((candidate) => only[candidate])).toEqual([right]);
  });

  it('knows what KubeVirt and Kubernetes call each', () => {
    expect(ACCESS_OF.restartVm).toEqual({
      group: 'subresources.kubevirt.io',
      resource: 'virtualmachines',
      subresource: 'restart',
      verb: 'update',
    });
    expect(ACCESS_OF.patchVmi).toEqual({ group: 'kubevirt.io', resource: 'virtualmachineinstances', verb: 'patch' });
    expect(ACCESS_OF.createService).toEqual({ group: '', resource: 'services', verb: 'create' });
  });
});

describe('mayLabelLive', () => {
  it.each<Right>(['patchVm', 'patchVmi', 'patchPod'])('needs %s', (right) => {
    expect(mayLabelLive({ ...allRights(), [right]: false })).toBe(false);
  });

  it('needs no other right', () => {
    expect(mayLabelLive({ ...allRights(false), patchVm: true, patchVmi: true, patchPod: true })).toBe(true);
  });
});

describe('canLabelLive', () => {
  it('needs a VM that runs, and the rights', () => {
    expect(canLabelLive(allRights(), [aRunningVm()])).toBe(true);
    expect(canLabelLive(allRights(), [aRunningVm(), aStoppedVm()])).toBe(false);
    expect(canLabelLive(allRights(), [aRunningVm({ vmi: { deleting: true } })])).toBe(false);
    expect(canLabelLive(allRights(), [])).toBe(false);
    expect(canLabelLive({ ...allRights(), patchPod: false }, [aRunningVm()])).toBe(false);
  });
});

describe('the rights that a Route takes', () => {
  const route = (host?: string): Step => ({
    id: 'route/backend',
    kind: 'create',
    object: {
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'backend', namespace: NAMESPACE },
      spec: { to: { kind: 'Service', name: 'backend' }, ...(host ? { host } : {}) },
    },
  });

  it("are one more for a host of one's own", () => {
    expect(rightsFor(route())).toEqual(['createRoute']);
    expect(rightsFor(route('shop.example.com'))).toEqual(['createRoute', 'setRouteHost']);
  });

  it('are all needed', () => {
    expect(mayDo(route('shop.example.com'), { ...allRights(), setRouteHost: false })).toBe(false);
    expect(mayDo(route(), { ...allRights(), setRouteHost: false })).toBe(true);
  });
});

describe('rightsFor', () => {
  const target = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
  const patchOf = (kind: 'VirtualMachine' | 'VirtualMachineInstance' | 'Pod' | 'Service' | 'Route'): Step => ({
    id: 's',
    kind: 'patch',
    target: { ...target, kind },
    uid: 'u',
    change: setsTier(),
  });

  it.each<[Right | undefined, Step]>([
    ['createService', { id: 's', kind: 'create', object: aService() }],
    [
      'deleteService',
      { id: 's', kind: 'delete', target: { ...target, kind: 'Service' }, why: 'asked', guard: { uid: 'u' } },
    ],
    ['unpauseVmi', { id: 's', kind: 'unpause', target }],
    ['restartVm', { id: 's', kind: 'restart', target, vmiUid: 'u' }],
    ['patchVm', patchOf('VirtualMachine')],
    ['patchVmi', patchOf('VirtualMachineInstance')],
    ['patchPod', patchOf('Pod')],
    ['patchService', patchOf('Service')],
    ['patchRoute', patchOf('Route')],
    [
      undefined,
      {
        id: 's',
        kind: 'await',
        target,
        condition: { until: 'endpoint-ready', vmName: VM_NAME, serviceName: 'backend' },
        timeoutSeconds: 1,
      },
    ],
  ])('is %s for its step', (right, step) => {
    expect(rightsFor(step)).toEqual(right === undefined ? [] : [right]);
  });
});
