import type { ExposeDraft } from './draft';
import type { GoalVm, ResolvedDraft } from './goal';
import { nameOf, type Service } from '../k8s/objects';
import { openText } from '../kubevirt/nicPorts';
import { podNic } from '../kubevirt/podNic';
import { isRestartUnderWay, liveVmi, type SeenVm } from '../k8s/seen';
import type { Rights } from '../k8s/rights';
import { blockedPorts, hasSpec, isNoChange, specFields } from './templateSpec';
import type { OpenPort } from '../k8s/specChange';
import { timingRefusal, timingRefusals, type TimingRefusal } from './timingRefusals';

/** True when a change of a VM's template spec is still to be made, or stands there and waits for a restart. */
const isPending = ({ seen, spec }: GoalVm): boolean => {
  const vmi = liveVmi(seen);
  return specFields(seen.vm, spec).length > 0 || (vmi !== undefined && !hasSpec(vmi.spec, spec));
};

/**
 * True when a run of the draft restarts that VM, or starts it, for its template's spec: over when what runs has the
 * spec, whatever labels are still to be given.
 */
export function isRenewedForSpec({ specTiming }: Pick<ExposeDraft, 'specTiming'>, { seen, spec }: GoalVm): boolean {
  if (specTiming !== 'restart' || isNoChange(spec)) return false;
  const vmi = liveVmi(seen);
  return !vmi || !hasSpec(vmi.spec, spec) || isRestartUnderWay(seen);
}

/** True when something in a template's spec is to be changed, or stands there and waits for a restart. */
export const needsSpec = ({ vms }: Pick<ResolvedDraft, 'vms'>): boolean => vms.some(isPending);

/**
 * True when the subdomain of a headless Service's VMs is to be changed, or stands in the template and waits for a
 * restart.
 */
export const needsSubdomain = ({ vms }: Pick<ResolvedDraft, 'vms'>): boolean =>
  vms.some(({ seen, spec: { subdomain } }) => isPending({ seen, spec: subdomain === undefined ? {} : { subdomain } }));

/** True when the draft restarts VMs for their template's spec, which brings their labels as well. */
export const isSpecRestart = (resolved: ResolvedDraft): boolean =>
  resolved.draft.specTiming === 'restart' && needsSpec(resolved);

/**
 * Why the change of the template's spec cannot take effect when the draft says; undefined when it can, or when there is
 * none.
 */
export const specTimingRefusal = (resolved: ResolvedDraft, rights: Rights): TimingRefusal | undefined =>
  isSpecRestart(resolved)
    ? timingRefusals(
        resolved.vms.map(({ seen }) => seen),
        rights,
      ).restart
    : undefined;

/**
 * Why the changes to the VMs cannot take effect at the chosen time: a restart for the spec applies the labels as well.
 */
export const takingEffectRefusal = (resolved: ResolvedDraft, rights: Rights): TimingRefusal | undefined =>
  isSpecRestart(resolved) ? specTimingRefusal(resolved, rights) : timingRefusal(resolved, rights);

/**
 * The target ports that an interface of one of the VMs does not let through, now or from its next start on; each once.
 */
export function shutPortsOf(draft: Pick<ExposeDraft, 'ports'>, vms: readonly SeenVm[]): OpenPort[] {
  const specs = vms.flatMap((seen) => [seen.vm.spec.template?.spec, liveVmi(seen)?.spec].flatMap((spec) => spec ?? []));
  const blocked = specs.flatMap((spec) => blockedPorts(draft, spec));
  return [...new Map(blocked.map((port) => [`${port.port}/${port.protocol}`, port])).values()];
}

/** What the interface of a VM on the pod network allows, such as `22/TCP`; '' where it lists nothing. */
export function openPortsText(seen: SeenVm): string {
  const specs = [liveVmi(seen)?.spec, seen.vm.spec.template?.spec].flatMap((spec) => (spec && podNic(spec)) ?? []);
  return specs.map(openText).find((text) => text !== '') ?? '';
}

const subdomainOf = ({ vm }: SeenVm): string | undefined => vm.spec.template?.spec?.subdomain;

/**
 * VMs whose template has another subdomain than the headless Service needs: their present DNS names end with the next
 * start.
 */
export const otherSubdomains = (
  serviceName: string,
  vms: readonly SeenVm[],
): { readonly name: string; readonly subdomain: string }[] =>
  vms.flatMap((seen) => {
    const subdomain = subdomainOf(seen);
    return subdomain && subdomain !== serviceName ? [{ name: nameOf(seen.vm), subdomain }] : [];
  });

/**
 * A headless Service that is named as the subdomain of one of the VMs, so that they could be added to it; undefined
 * when the draft does that already.
 */
export function serviceOfSubdomain(
  { vms, existingService }: Pick<ResolvedDraft, 'vms' | 'existingService'>,
  services: readonly Service[],
): Service | undefined {
  if (existingService) return undefined;
  const subdomains = new Set(vms.flatMap(({ seen }) => subdomainOf(seen) ?? []));
  return services.find(
    (service) =>
      subdomains.has(nameOf(service)) &&
      service.spec?.clusterIP === 'None' &&
      Object.keys(service.spec.selector ?? {}).length > 0,
  );
}
