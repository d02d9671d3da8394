import { aRunningVm, aStoppedVm } from '../../../../../test/objects/builders';
import { aSituation } from '../../../../../test/objects/diagnosis';
import { missed, missesPod, wanted } from './selectorMatch';

const SELECTOR = { selector: { tier: 'backend', 'vmi.kubevirt.io/id': 'backendvm' } };

describe('what a selector misses', () => {
  it("is told by the pod, and by the template, KubeVirt's own keys apart, of a VM that has none", () => {
    expect(missed(aSituation(aRunningVm(), SELECTOR))).toEqual({ tier: 'backend' });
    expect(missesPod(aSituation(aStoppedVm({ templateLabels: { tier: 'backend' } }), SELECTOR))).toBe(false);
    expect(missesPod(aSituation(aStoppedVm(), SELECTOR))).toBe(true);
  });

  it('is what the VM has to be given: where there is no pod what the next one does not get', () => {
    expect(wanted(aSituation(aRunningVm(), SELECTOR))).toEqual({ tier: 'backend' });
    expect(wanted(aSituation(aStoppedVm(), SELECTOR))).toEqual({ tier: 'backend' });
    const ofAnother = { selector: { 'vmi.kubevirt.io/id': 'another' } };
    expect(wanted(aSituation(aStoppedVm(), ofAnother))).toEqual(ofAnother.selector);
  });
});
