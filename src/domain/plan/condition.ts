import { endpointsOf, takesTraffic } from '../k8s/endpoints';
import { carries } from '../labels/labelLayers';
import { labelsOf, nameOf, uidOf } from '../k8s/objects';
import type { Failure } from '../k8s/failure';
import { admissionConditions } from '../k8s/routeAdmission';
import { isReady, livePod, livePods, liveVmi, vmNamed, type Seen } from '../k8s/seen';
import type { Condition } from '../steps/step';
import { hasSpec } from '../draft/templateSpec';

type OfVm = Exclude<Condition, { until: 'route-admitted' }>;

/** Decides an await step's condition over one look at the cluster. For `labels-hold` it says whether they hold now. */
export function isMet(condition: Condition, seen: Seen): boolean {
  if (condition.until === 'route-admitted')
    return admissionsOf(condition.routeName, seen).some(({ status }) => status === 'True');
  return isMetByVm(condition, seen);
}

function isMetByVm(condition: OfVm, seen: Seen): boolean {
  const vm = vmNamed(seen, condition.vmName);
  const vmi = vm && liveVmi(vm);
  if (!vm || !vmi) return false;
  switch (condition.until) {
    case 'vmi-renewed':
      return (
        uidOf(vmi) !== condition.replacedUid &&
        carries(labelsOf(vmi), condition.labels) &&
        hasSpec(vmi.spec, condition.spec ?? {}) &&
        isReady(vmi)
      );
    case 'labels-hold':
      return livePods(vm).length > 0 && !isReverted(condition, seen);
    case 'endpoint-ready': {
      const service = seen.services.find((candidate) => nameOf(candidate) === condition.serviceName);
      const uid = uidOf(livePod(vm));
      if (!service || !uid) return false;
      const own = endpointsOf(service, vm, seen.endpointSlices).filter(
        (endpoint) => endpoint.targetRef?.uid === uid && takesTraffic(endpoint),
      );
      return own.some(({ hostname }) => !condition.isNamed || Boolean(hostname));
    }
  }
}

const admissionsOf = (name: string, { routes }: Seen) =>
  (routes ?? []).filter((route) => nameOf(route) === name).flatMap(admissionConditions);

/**
 * True when the running instance or its pod has lost labels that were set live; a VMI or pod that is missing for a
 * moment has lost none.
 */
function isReverted({ vmName, labels, isPodOnly }: Extract<Condition, { until: 'labels-hold' }>, seen: Seen): boolean {
  const vm = vmNamed(seen, vmName);
  const vmi = vm && liveVmi(vm);
  return (
    vm !== undefined &&
    [...(vmi && !isPodOnly ? [vmi] : []), ...livePods(vm)].some((object) => !carries(labelsOf(object), labels))
  );
}

/** Why a condition can no longer be met: its labels were reverted, or every router rejected the Route. */
export function refusalOf(condition: Condition, seen: Seen): Failure | undefined {
  if (condition.until === 'labels-hold')
    return isReverted(condition, seen) ? { message: '', areLabelsReverted: true } : undefined;
  if (condition.until !== 'route-admitted' || isMet(condition, seen)) return undefined;
  const refused = admissionsOf(condition.routeName, seen).find(({ status }) => status === 'False');
  return refused && { message: refused.message ?? '', ...(refused.reason ? { reason: refused.reason } : {}) };
}
