import { nameOf, type Service } from './objects';
import type { SeenVm } from './seen';

/** The subdomains that templates of VMs have, each once. */
export const subdomainsOf = (vms: readonly SeenVm[]): string[] => [...new Set(vms.flatMap(({ vm }) => vm.spec.template?.spec?.subdomain ?? []))];

/** A headless Service that is named like the subdomain of one of the VMs: it gives those their names already. */
export const headlessOfSubdomain = (vms: readonly SeenVm[], services: readonly Service[]): Service | undefined => {
  const subdomains = subdomainsOf(vms);
  return services.find((service) => service.spec?.clusterIP === 'None' && subdomains.includes(nameOf(service)));
};
