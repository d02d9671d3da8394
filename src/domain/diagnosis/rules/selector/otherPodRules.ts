import { SLICE_SERVICE_KEY } from '../../../k8s/labelKeys';
import { nameOf, uidOf } from '../../../k8s/objects';
import { vmNameOf } from '../../../kubevirt/podOwner';
import { livePod, servingPods } from '../../../k8s/seen';
import type { RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { showSlices } from '../lookCommands';
import { serviceObject } from './whereFound';

/** What takes a share of the connections: another VM, or a pod of no VM. */
export interface OtherTarget {
  readonly kind: 'VirtualMachine' | 'Pod';
  readonly name: string;
}

export interface OtherPodFacts {
  /** each once, beside the VM that is looked at */
  S12: { readonly others: readonly OtherTarget[]; readonly vm: string };
}
import { missesPod } from './selectorMatch';

/** Where else the Service sends connections to. */
function others({ vm, selectedPods = [] }: Situation): OtherTarget[] {
  const own = new Set(vm.pods.map(uidOf));
  const foreign = servingPods(selectedPods).filter((pod) => !own.has(uidOf(pod)));
  const targets = foreign.flatMap((pod): OtherTarget[] => {
    const owner = vmNameOf(pod);
    if (owner === nameOf(vm.vm)) return [];
    return [owner === undefined ? { kind: 'Pod', name: nameOf(pod) } : { kind: 'VirtualMachine', name: owner }];
  });
  return [...new Map(targets.map((target) => [`${target.kind} ${target.name}`, target])).values()];
}

/**
 * The Service selects this VM, and others: wanted behind one Service of several VMs, a mistake after a clone
 * (kubevirt/kubevirt#13496).
 */
export const otherPodRules: RulesOf<OtherPodFacts> = [
  {
    code: 'S12',
    grade: 'limitation',
    hop: 'Service',
    reads: ['pods', 'selectedPods'],
    concerns: (situation) => livePod(situation.vm) !== undefined && !missesPod(situation),
    detect: (situation) => {
      const found = others(situation);
      return found.length > 0
        ? {
            object: serviceObject(situation),
            field: 'spec.selector',
            facts: { others: found, vm: nameOf(situation.vm.vm) },
          }
        : undefined;
    },
    command: showSlices(SLICE_SERVICE_KEY, 'wide'),
  },
];
