import { endpointsOf, takesTraffic } from './endpoints';
import { carries } from './labelLayers';
import { labelsOf, nameOf, uidOf } from './objects';
import type { Seen } from './seen';
import { isReady, livePod, livePods, liveVmi, vmNamed } from './seen';
import type { Condition } from './step';

/** Decides an await step's condition over one look at the cluster. For `labels-hold` it says whether they hold now. */
export function isMet(condition: Condition, seen: Seen): boolean {
  const vm = vmNamed(seen, condition.vmName);
  const vmi = vm && liveVmi(vm);
  if (!vm || !vmi) return false;
  switch (condition.until) {
    case 'vmi-renewed':
      return uidOf(vmi) !== condition.replacedUid && carries(labelsOf(vmi), condition.labels) && isReady(vmi);
    case 'labels-hold':
      return livePods(vm).length > 0 && !isReverted(condition, seen);
    case 'endpoint-ready': {
      const service = seen.services.find((candidate) => nameOf(candidate) === condition.serviceName);
      const uid = uidOf(livePod(vm));
      if (!service || !uid) return false;
      return endpointsOf(service, vm, seen.endpointSlices).some((endpoint) => endpoint.targetRef?.uid === uid && takesTraffic(endpoint));
    }
  }
}

/** True when what runs has lost labels that were set live; a VMI or pod that is gone for a moment has lost nothing. */
export function isReverted({ vmName, labels, isPodOnly }: Extract<Condition, { until: 'labels-hold' }>, seen: Seen): boolean {
  const vm = vmNamed(seen, vmName);
  const vmi = vm && liveVmi(vm);
  return vm !== undefined && [...(vmi && !isPodOnly ? [vmi] : []), ...livePods(vm)].some((object) => !carries(labelsOf(object), labels));
}
