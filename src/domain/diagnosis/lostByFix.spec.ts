import { aPod, aRunningVm, NAMESPACE } from '../../../test/objects/builders';
import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import { aService } from '../../../test/objects/serviceBuilders';
import { refOf, type Labels } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import type { Step } from '../steps/step';
import { takesFromOthers } from './lostByFix';
import { fixService, labelAllLayers } from './rules/remedies';
import type { Situation } from './situation';

const FRONTEND = { tier: 'frontend' };
const BACKEND = { tier: 'backend' };
const labelled = (labels: Labels) => aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
const frontend = aService({ name: 'frontend', selector: FRONTEND });
const restart = ({ vm }: SeenVm): Step => ({
  id: 'restart/backendvm',
  kind: 'restart',
  target: refOf('VirtualMachine', vm),
  vmiUid: 'vmi-1',
});

describe('takesFromOthers, for labels of the VM', () => {
  const situation = (vm: SeenVm, services?: Situation['services']): Situation => ({ ...aSituation(vm), services });

  it('is true where another Service selects by the value that is overwritten, or may', () => {
    const vm = labelled(FRONTEND);
    const steps = labelAllLayers(vm, BACKEND);
    expect(takesFromOthers(steps, situation(vm, [frontend]))).toBe(true);
    expect(takesFromOthers(steps, situation(vm))).toBe(true);
    expect(takesFromOthers(steps, situation(vm, [aService({ name: 'none', selector: { app: 'web' } })]))).toBe(false);
  });

  it('is false where a label is only added', () => {
    const vm = labelled({ app: 'web' });
    expect(takesFromOthers(labelAllLayers(vm, BACKEND), situation(vm))).toBe(false);
  });

  it('is true for a restart that drops what only the pod carries and another Service selects by', () => {
    const vm = aRunningVm({ pod: { labels: FRONTEND } });
    expect(takesFromOthers([restart(vm)], situation(vm, [frontend]))).toBe(true);
    expect(takesFromOthers([restart(vm)], situation(vm))).toBe(true);
    expect(takesFromOthers([restart(vm)], situation(vm, []))).toBe(false);
    expect(takesFromOthers([restart(aRunningVm())], situation(aRunningVm()))).toBe(false);
  });
});

describe("takesFromOthers, for the Service's selector", () => {
  const vm = aReachedVm();
  const own = aSituation(vm);
  const turned = fixService(own.service, { selector: { 'vmi.kubevirt.io/id': 'backendvm' } });
  const clone = aPod({ name: 'virt-launcher-clone-1', uid: 'pod-2', labels: BACKEND });

  it.each<[string, Situation['selectedPods'], boolean]>([
    ['only the VM', vm.pods, false],
    ['another pod too', [...vm.pods, clone], true],
    ['a pod that has ended', [...vm.pods, { ...clone, status: { phase: 'Succeeded' } }], false],
    ['what could not be read', undefined, true],
  ])('with %s behind it', (_, selectedPods, expected) => {
    expect(takesFromOthers(turned, { ...own, services: [], selectedPods })).toBe(expected);
  });

  it('is false for a Service that selects nothing yet, in whatever project', () => {
    const service = aService();
    expect(service.metadata?.namespace).toBe(NAMESPACE);
    const steps = fixService(service, { selector: BACKEND });
    expect(takesFromOthers(steps, { ...own, service, services: [], selectedPods: undefined })).toBe(false);
  });
});
