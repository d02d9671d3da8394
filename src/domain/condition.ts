import { endpointsOf, takesTraffic } from './endpoints';
import { carries, labelLayers } from './labelLayers';
import { labelsOf, nameOf, uidOf } from './objects';
import type { Seen } from './seen';
import { isReady, livePod, liveVmi, vmNamed } from './seen';
import type { Condition } from './step';

/** Decides an await step's condition over one look at the cluster. For `labels-hold` it says whether they hold now. */
export function isMet(condition: Condition, seen: Seen): boolean {
  const vm = vmNamed(seen, condition.vmName);
  const vmi = vm && liveVmi(vm);
  if (!vm || !vmi) return false;
  switch (condition.until) {
    case 'vmi-renewed':
      return uidOf(vmi) !== condition.replacedUid && carries(labelsOf(vmi), condition.labels) && isReady(vmi);
    case 'labels-hold': {
      const { pods } = labelLayers(vm);
      return carries(labelsOf(vmi), condition.labels) && pods.length > 0 && pods.every((labels) => carries(labels, condition.labels));
    }
    case 'endpoint-ready': {
      const service = seen.services.find((candidate) => nameOf(candidate) === condition.serviceName);
      const uid = uidOf(livePod(vm));
      if (!service || !uid) return false;
      return endpointsOf(service, vm, seen.endpointSlices).some((endpoint) => endpoint.targetRef?.uid === uid && takesTraffic(endpoint));
    }
  }
}
