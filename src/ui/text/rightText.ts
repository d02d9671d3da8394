import { ACCESS_OF } from '../../domain/steps/rights';
import type { Right } from '../../domain/k8s/rights';

/** A right as RBAC names it: verb and resource, such as `patch virtualmachines`. */
export function rightText(right: Right): string {
  const { verb, resource, subresource } = ACCESS_OF[right];
  return `${verb} ${subresource ? `${resource}/${subresource}` : resource}`;
}
