import { joinedService, type ExposeDraft } from './draft';
import { nameOf, type Service } from '../k8s/objects';
import { liveVmi, type SeenVm } from '../k8s/seen';
import type { Rights } from '../k8s/rights';
import { shutPorts, hasSpec, specChange, specFields } from './templateSpec';
import type { OpenPort } from '../k8s/specChange';
import { timingRefusals, type TimingRefusal } from './timingRefusals';

type SpecDraft = Parameters<typeof specChange>[0];

/** True when something in a template's spec is to be changed, or stands there and waits for a restart. */
export const needsSpec = (draft: SpecDraft, vms: readonly SeenVm[]): boolean =>
  vms.some((seen) => {
    const change = specChange(draft, seen.vm);
    const vmi = liveVmi(seen);
    return specFields(seen.vm, change).length > 0 || (vmi !== undefined && !hasSpec(vmi.spec, change));
  });

/** True when the draft restarts VMs for their template's spec, which brings their labels as well. */
export const isSpecRestart = (draft: SpecDraft & Pick<ExposeDraft, 'specTiming'>, vms: readonly SeenVm[]): boolean =>
  draft.specTiming === 'restart' && needsSpec(draft, vms);

/** Why the change of the template's spec cannot take effect when the draft says; undefined when it can, or when there is none. */
export const specTimingRefusal = (
  draft: ExposeDraft,
  vms: readonly SeenVm[],
  rights: Rights,
): TimingRefusal | undefined => (isSpecRestart(draft, vms) ? timingRefusals(vms, rights).restart : undefined);

/** The target ports that an interface of one of the VMs does not let through, now or from its next start on; each once. */
export function shutPortsOf(draft: Pick<ExposeDraft, 'ports'>, vms: readonly SeenVm[]): OpenPort[] {
  const specs = vms.flatMap((seen) => [seen.vm.spec.template?.spec, liveVmi(seen)?.spec].flatMap((spec) => spec ?? []));
  const shut = specs.flatMap((spec) => shutPorts(draft, spec));
  return [...new Map(shut.map((port) => [`${port.port}/${port.protocol}`, port])).values()];
}

const subdomainOf = ({ vm }: SeenVm): string | undefined => vm.spec.template?.spec?.subdomain;

/** VMs whose template has another subdomain than the headless Service would give it: their names of today end with the next start. */
export const otherSubdomains = (
  serviceName: string,
  vms: readonly SeenVm[],
): { readonly name: string; readonly subdomain: string }[] =>
  vms.flatMap((seen) => {
    const subdomain = subdomainOf(seen);
    return subdomain && subdomain !== serviceName ? [{ name: nameOf(seen.vm), subdomain }] : [];
  });

/** A headless Service that is named as the subdomain of one of the VMs, so that they could be added to it; undefined when the draft does that already. */
export function serviceOfSubdomain(
  draft: ExposeDraft,
  vms: readonly SeenVm[],
  services: readonly Service[],
): Service | undefined {
  if (joinedService(draft, services)) return undefined;
  const subdomains = new Set(vms.flatMap((seen) => subdomainOf(seen) ?? []));
  return services.find(
    (service) =>
      subdomains.has(nameOf(service)) &&
      service.spec?.clusterIP === 'None' &&
      Object.keys(service.spec.selector ?? {}).length > 0,
  );
}
