import { aPod, aRunningVm } from '../../../../../test/objects/builders';
import { aSituation } from '../../../../../test/objects/diagnosis';
import { thisVm, thisVmAlone } from './selectorFixes';

describe('turning a Service to one VM', () => {
  it('is left alone where others are served, or where that is not known', () => {
    const situation = aSituation(aRunningVm());
    expect(thisVm(situation)).toHaveLength(1);
    expect(thisVmAlone({ ...situation, selectedPods: situation.vm.pods })).toHaveLength(1);
    expect(thisVmAlone({ ...situation, selectedPods: [aPod({ uid: 'other' })] })).toEqual([]);
    expect(thisVmAlone(situation)).toEqual([]);
  });
});
