import { traitsOf } from '../k8s/exposedTypes';
import { isBeingDeleted, nameOf, type Service } from '../k8s/objects';

/**
 * Services that VMs can be added to, by name: those that select by labels and are not being deleted. An ExternalName
 * names another host, whatever selector it has.
 */
export const usableServices = (services: readonly Service[]): Service[] =>
  services
    .filter(
      (service) =>
        traitsOf(service).selectsPods &&
        !isBeingDeleted(service) &&
        Object.keys(service.spec?.selector ?? {}).length > 0,
    )
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
