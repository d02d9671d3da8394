import { VM_NAME, aRunningVm } from '../../../../../test/objects/builders';
import { type ServiceOptions } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, detectedBy, findingOf } from '../../../../../test/objects/diagnosis';
import type { SeenVm } from '../../../k8s/seen';
import { diagnose } from '../../diagnose';
import { selectorCaveatRules } from './selectorCaveatRules';

const BACKEND = { tier: 'backend' };
const caveats = (vm: SeenVm, service: ServiceOptions = {}) => detectedBy(selectorCaveatRules, aSituation(vm, service));

describe('S2: an alias to an outside name', () => {
  it('is told with its target', () => {
    expect(
      findingOf(aSituation(aReachedVm(), { type: 'ExternalName', externalName: 'db.example.com' }), 'S2'),
    ).toMatchObject({ grade: 'note', actual: 'db.example.com' });
    expect(caveats(aReachedVm())).not.toContain('S2');
  });
});

describe('caveats of a selector that works now', () => {
  it('S7: the template lacks the label, so the next restart loses it', () => {
    const vm = aReachedVm({ vm: { templateLabels: { tier: 'other' } } });
    expect(caveats(vm)).toEqual(['S7']);
    expect(findingOf(aSituation(vm), 'S7')).toMatchObject({
      grade: 'limitation',
      field: 'spec.template.metadata.labels',
      actual: 'tier=other',
      needed: 'tier=backend',
    });
  });

  it('S8: the VMI lacks the label, so the next migration loses it', () => {
    const vm = aReachedVm({ vmi: { labels: {} } });
    expect(caveats(vm)).toEqual(['S8']);
    expect(findingOf(aSituation(vm), 'S8')).toMatchObject({
      object: { kind: 'VirtualMachineInstance', names: [VM_NAME] },
      actual: 'tier absent',
      needed: 'tier=backend',
    });
  });

  it.each([
    ['is going', aReachedVm({ vmi: { labels: {}, deleting: true } })],
    ['has ended', aReachedVm({ vmi: { labels: {}, phase: 'Failed' } })],
    ['is missing', { ...aReachedVm(), vmi: undefined }],
  ])('S8 is not said of a VMI that %s: nothing migrates', (_, { vmi, ...vm }) => {
    expect(caveats({ ...vm, ...(vmi ? { vmi } : {}) })).toEqual([]);
  });

  it('know keys that every JavaScript object inherits only as labels', () => {
    const selector = { constructor: 'x' };
    const situation = aSituation(aRunningVm({ pod: { labels: selector } }), { selector });
    expect(detectedBy(selectorCaveatRules, situation)).toEqual(['S7', 'S8']);
    expect([findingOf(situation, 'S7')?.actual, findingOf(situation, 'S8')?.actual]).toEqual([
      'constructor absent',
      'constructor absent',
    ]);
    expect(findingOf(aSituation(aRunningVm(), { selector }), 'S3')).toMatchObject({
      actual: 'constructor absent',
      needed: 'constructor=x',
    });
  });

  it('both: the label is on the pod alone', () => {
    expect(caveats(aRunningVm({ pod: { labels: BACKEND } }))).toEqual(['S7', 'S8']);
  });

  it('are about the keys at risk alone', () => {
    const vm = aReachedVm({ pod: { labels: { ...BACKEND, zone: 'a' } } });
    expect(findingOf(aSituation(vm, { selector: { ...BACKEND, zone: 'a' } }), 'S7')?.needed).toBe('zone=a');
  });

  it.each(['kubevirt.io/nodeName', 'kubevirt.io/created-by', 'kubevirt.io/size', 'flavor.template.kubevirt.io/small'])(
    'S11: the selector uses %s, which does not last',
    (key) => {
      const vm = aReachedVm({ pod: { labels: { ...BACKEND, [key]: 'x' } } });
      expect(caveats(vm, { selector: { ...BACKEND, [key]: 'x' } })).toEqual(['S11']);
      expect(findingOf(aSituation(vm, { selector: { ...BACKEND, [key]: 'x' } }), 'S11')).toMatchObject({
        object: { kind: 'Service', names: ['backend'] },
        actual: `${key}=x`,
      });
    },
  );

  it('do not change the verdict', () => {
    const diagnosis = diagnose(aSituation(aRunningVm({ pod: { labels: BACKEND } })));
    expect(diagnosis.verdict).toBe('reachable');
    expect(codesOf(diagnosis)).toEqual(['S7', 'S8']);
  });
});
