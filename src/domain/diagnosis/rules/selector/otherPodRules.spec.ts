import { aPod } from '../../../../../test/objects/builders';
import { aReachedVm, aSituation, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import type { Pod } from '../../../k8s/objects';
import { diagnose } from '../../diagnose';
import { offerFor } from '../../offer';

const podOf = (vmName: string, uid: string): Pod => {
  const pod = aPod({ name: `virt-launcher-${vmName}`, uid });
  return { ...pod, metadata: { ...pod.metadata, annotations: { 'kubevirt.io/domain': vmName } } };
};
const vm = aReachedVm();
const selecting = (...selectedPods: Pod[]) => ({ ...aSituation(vm), selectedPods: [...vm.pods, ...selectedPods] });

describe('S12: who else is selected', () => {
  it('names other VMs and pods that are none, each once', () => {
    const situation = selecting(podOf('clone', 'p2'), podOf('clone', 'p3'), aPod({ name: 'nginx', uid: 'p4' }));
    expect(findingOf(situation, 'S12')).toMatchObject({ grade: 'limitation', actual: 'clone, pod/nginx' });
    expect(diagnose(situation).verdict).toBe('reachable');
  });

  it("leaves out the VM's own pods, and those that serve nothing any more", () => {
    expect(
      findingOf(selecting(podOf('backendvm', 'target'), aPod({ name: 'done', uid: 'p5', phase: 'Succeeded' })), 'S12'),
    ).toBeUndefined();
  });

  it('was not checked where the pods were not read, and is no question where the VM is not selected', () => {
    expect(uncheckedOf(diagnose(aSituation(vm)))).toContain('S12');
    expect(uncheckedOf(diagnose(aSituation(vm, { selector: { tier: 'other' } })))).not.toContain('S12');
  });

  it('offers no fix: the others would lose the Service', () => {
    expect(offerFor('S12', selecting(podOf('clone', 'p2'))).steps).toEqual([]);
  });
});
