import { namespaceOf, nameOf, uidOf } from '../../k8s/objects';
import { vmNameOf } from '../../k8s/podOwner';
import { livePod, servingPods } from '../../k8s/seen';
import { selectThisVm } from './remedies';
import type { Rule, Situation } from '../rule';
import { missesPod } from './selectorMatch';
import { oc } from '../../k8s/oc';

/** Names of whoever else the Service sends connections to: other VMs by name, pods that are no VM as `pod/NAME`. */
function others({ vm, selectedPods = [] }: Situation): string[] {
  const own = new Set(vm.pods.map(uidOf));
  const foreign = servingPods(selectedPods).filter((pod) => !own.has(uidOf(pod)));
  const names = foreign.flatMap((pod) => {
    const owner = vmNameOf(pod);
    return owner === nameOf(vm.vm) ? [] : [owner ?? `pod/${nameOf(pod)}`];
  });
  return [...new Set(names)].sort();
}

/** The Service selects this VM, and others: wanted behind one Service of several VMs, a mistake after a clone (kubevirt/kubevirt#13496). */
export const otherPodRules: readonly Rule[] = [
  {
    code: 'S12',
    grade: 'caveat',
    hop: 'Service',
    reads: ['pods', 'selectedPods'],
    concerns: (situation) => livePod(situation.vm) !== undefined && !missesPod(situation),
    detect: (situation) => {
      const names = others(situation);
      return names.length > 0
        ? {
            object: { kind: 'Service', name: nameOf(situation.service) },
            field: 'spec.selector',
            actual: names.join(', '),
            needed: nameOf(situation.vm.vm),
          }
        : undefined;
    },
    fix: ({ service, vm }) => selectThisVm(service, vm),
    command: ({ service }) =>
      oc.list(
        'endpointslices',
        namespaceOf(service),
        '-l',
        `kubernetes.io/service-name=${nameOf(service)}`,
        '-o',
        'wide',
      ),
  },
];
