import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { setsTier } from '../../../test/objects/stepBuilders';
import { isWrite, targetOf, type Step } from './step';

const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
const template: Step = { id: 'template/backendvm', kind: 'patch', target: vm, uid: 'u', change: setsTier() };
const service: Step = { id: 'service/backend', kind: 'create', object: aService() };
const outdated: Step = {
  id: 'outdated-service/backend',
  kind: 'delete',
  target: { ...vm, kind: 'Service', name: 'backend' },
  why: 'outdated',
  guard: { uid: 'u' },
};
const restart: Step = { id: 'restart/backendvm', kind: 'restart', target: vm, vmiUid: 'vmi-1' };
const renewed: Step = {
  id: 'renewed/backendvm',
  kind: 'await',
  target: vm,
  condition: { until: 'vmi-renewed', vmName: VM_NAME, labels: {} },
  timeoutSeconds: 1,
};

describe('a step', () => {
  it('is a write unless it waits', () => {
    expect([template, service, outdated, restart, renewed].map(isWrite)).toEqual([true, true, true, true, false]);
  });

  it('is about its target, or the object that it creates', () => {
    expect(targetOf(service)).toEqual({ kind: 'Service', namespace: NAMESPACE, name: 'backend' });
    expect(targetOf(restart)).toEqual(vm);
    expect(targetOf(renewed)).toEqual(vm);
  });
});
