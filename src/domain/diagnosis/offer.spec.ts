import { aPod, aRunningVm, aStoppedVm, launcherLabels } from '../../../test/objects/builders';
import { type ServiceOptions } from '../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import { allRights } from '../../../test/objects/draftBuilders';
import { asSent } from '../../../test/objects/stepBuilders';
import type { SeenVm } from '../k8s/seen';
import { targetOf } from '../steps/step';
import { diagnose } from './diagnose';
import { offerFor, withMissingRights } from './offer';
import type { RuleCode } from './finding';
import type { Situation } from './situation';

const BACKEND = { tier: 'backend' };
const oldLabels = Object.fromEntries(
  Object.entries(launcherLabels('backendvm', 'vmi-1')).filter(([key]) => key !== 'vmi.kubevirt.io/id'),
);

describe('what is offered', () => {
  const summary = (code: RuleCode, vm: SeenVm, service: ServiceOptions = {}, more: Partial<Situation> = {}) =>
    offerFor(code, { ...aSituation(vm, service), selectedPods: [], ...more }).steps.map((step) =>
      [step.kind, targetOf(step).kind].join(' '),
    );
  const LAYERS = ['patch VirtualMachine', 'patch VirtualMachineInstance', 'patch Pod'];

  it.each<[RuleCode, string, SeenVm, ServiceOptions, string[]]>([
    ['S3', "the selector becomes the VM's own id", aRunningVm(), {}, ['patch Service']],
    ['S3', 'nothing where no pod shows the id', aStoppedVm(), {}, []],
    [
      'S4',
      'what runs gets the pending label',
      aRunningVm({ vm: { templateLabels: BACKEND } }),
      {},
      ['patch VirtualMachineInstance', 'patch Pod'],
    ],
    ['S5', 'all layers get the label', aRunningVm({ vm: { labels: BACKEND } }), {}, LAYERS],
    [
      'S6',
      'the pod gets the label, and the template too',
      aRunningVm({ vmi: { labels: BACKEND } }),
      {},
      ['patch VirtualMachine', 'patch Pod'],
    ],
    ['S7', 'the template gets the label', aReachedVm({ vm: { templateLabels: {} } }), {}, ['patch VirtualMachine']],
    ['S8', 'the instance gets the label', aReachedVm({ vmi: { labels: {} } }), {}, ['patch VirtualMachineInstance']],
  ])('%s: %s', (code, _, vm, service, expected) => {
    expect(summary(code, vm, service)).toEqual(expected);
  });

  it('S4: is a restart for who may not label what runs', () => {
    const rights = { ...allRights(), patchPod: false };
    expect(summary('S4', aRunningVm({ vm: { templateLabels: BACKEND } }), {}, { rights })).toEqual([
      'restart VirtualMachine',
      'await VirtualMachine',
    ]);
  });

  it('S3: every patch is guarded by what was seen', () => {
    const [step] = offerFor('S3', { ...aSituation(aRunningVm()), selectedPods: [] }).steps;
    expect(asSent(step)).toMatchObject({
      patch: [
        { op: 'test', path: '/metadata/uid', value: 'svc-backend' },
        { op: 'test', path: '/spec/selector', value: BACKEND },
        { op: 'replace', path: '/spec/selector', value: { 'vmi.kubevirt.io/id': 'backendvm' } },
      ],
    });
  });

  it('S3: a Service that serves others keeps them: the VM is added, and no label is overwritten', () => {
    const selectedPods = [aPod({ name: 'nginx', uid: 'other' })];
    expect(summary('S3', aRunningVm(), {}, { selectedPods })).toEqual(LAYERS);
    expect(summary('S3', aRunningVm({ vm: { templateLabels: { tier: 'frontend' } } }), {}, { selectedPods })).toEqual(
      [],
    );
    expect(summary('S3', aRunningVm(), {}, { selectedPods: undefined })).toEqual([]);
    expect(summary('S14', aRunningVm(), { selector: { 'kubevirt.io/nodeName': 'x' } }, { selectedPods })).toEqual([]);
  });

  it('comes with a command whose names are quoted', () => {
    expect(offerFor('S3', aSituation(aRunningVm(), { selector: { 'a b': "x'y" } })).command).toBe(
      "oc get pods -n prod2 -l 'a b=x'\\''y' --show-labels",
    );
  });
});

describe('what the stock Overview card of some versions gets wrong', () => {
  const HOSTNAME = { 'vm.kubevirt.io/name': 'guest', 'vmi.kubevirt.io/id': 'backendvm' };

  it.each<[string, SeenVm, ServiceOptions['selector'], string]>([
    [
      "the name label is the hostname, so the VM's name selects nothing",
      aReachedVm({ pod: { labels: HOSTNAME } }),
      { 'vm.kubevirt.io/name': 'backendvm' },
      'not-reachable',
    ],
    [
      'a pod of an older KubeVirt has no id, whatever its name label says',
      { ...aReachedVm(), pods: [aPod({ labels: oldLabels })] },
      { 'vmi.kubevirt.io/id': 'backendvm' },
      'not-reachable',
    ],
    ['the id of a new pod selects', aReachedVm(), { 'vmi.kubevirt.io/id': 'backendvm' }, 'reachable'],
  ])('%s', (_, vm, selector, verdict) => {
    expect(diagnose(aSituation(vm, selector ? { selector } : {})).verdict).toBe(verdict);
  });
});

describe('A3: fixes without permission', () => {
  const pending = aSituation(aRunningVm({ vm: { templateLabels: BACKEND } }));

  it('names the findings whose fix is barred, and the rights that it takes', () => {
    const rights = { ...allRights(), patchVmi: false, restartVm: false };
    expect(withMissingRights(diagnose(pending), { ...pending, rights }).findings.at(-1)).toMatchObject({
      code: 'A3',
      grade: 'note',
      facts: { codes: ['S4', 'V7'], rights: ['restartVm'] },
    });
  });

  it('is not said where all may be done, nor where the rights are not known', () => {
    const diagnosis = diagnose(pending);
    expect(withMissingRights(diagnosis, { ...pending, rights: allRights() })).toBe(diagnosis);
    expect(withMissingRights(diagnosis, pending)).toBe(diagnosis);
  });
});
