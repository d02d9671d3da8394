import { t } from '../../../test/components/texts';
import { aRunningVm, NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import type { Step } from '../../domain/steps/step';
import { clockText } from './Elapsed';
import { stepFact } from './stepFact';

const service = aService();
const assigned = { ...service, spec: { ...service.spec, clusterIP: '172.30.0.9' } };
const headless = { ...service, spec: { ...service.spec, clusterIP: 'None' } };
const starting = aRunningVm();
const seen = {
  vms: [{ ...starting, vm: { ...starting.vm, status: { ...starting.vm.status, printableStatus: 'Starting' } } }],
  services: [assigned],
  routes: undefined,
};
const create: Step = { id: 'c', kind: 'create', object: service };
const waits: Step = {
  id: 'w',
  kind: 'await',
  target: { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME },
  condition: { until: 'vmi-renewed', vmName: VM_NAME, labels: {} },
  timeoutSeconds: 60,
};

describe('stepFact', () => {
  it('tells the address that a new Service has got, once it is created', () => {
    expect(stepFact(t, create, 'done', seen)).toBe('172.30.0.9 assigned');
    expect(stepFact(t, create, 'running', seen)).toBe('');
    expect(stepFact(t, create, 'done', { ...seen, services: [headless] })).toBe('');
    expect(stepFact(t, create, 'done', { ...seen, services: [] })).toBe('');
  });

  it('tells the status of the VM while it is waited for', () => {
    expect(stepFact(t, waits, 'running', seen)).toBe('VM status: Starting');
    expect(stepFact(t, waits, 'done', seen)).toBe('');
    expect(stepFact(t, waits, 'running', { ...seen, vms: [] })).toBe('');
  });
});

describe('clockText', () => {
  it.each<[number, string]>([
    [0, '0:00'],
    [42_900, '0:42'],
    [61_000, '1:01'],
    [3_600_000, '60:00'],
    [-5, '0:00'],
  ])('shows %d milliseconds as %s', (milliseconds, text) => {
    expect(clockText(milliseconds)).toBe(text);
  });
});
