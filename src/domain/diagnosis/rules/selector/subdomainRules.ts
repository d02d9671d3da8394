import { ownerReferenceTo } from '../../../draft/owner';
import { identitySelector } from '../../../labels/identity';
import { labelsOf, nameOf, type Service } from '../../../k8s/objects';
import { livePod, liveVmi } from '../../../k8s/seen';
import { selects } from '../../../labels/selector';
import type { Step } from '../../../steps/step';
import type { RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { listServices, namespaceOf, showVmField } from '../lookCommands';
import { renewSpec } from '../remedies';
import { podObject, serviceObject, vmObject } from './whereFound';

/** Whether the subdomain of the VM is the name of a headless Service, which provides a DNS name for the VM. */
export interface SubdomainFacts {
  /** the subdomain that the Service would have to be; that it is not set is '' */
  H1: { readonly subdomain: string; readonly service: string; readonly isNamedElsewhere: boolean };
  /** what the pod has instead of the Service's name */
  H2: { readonly subdomain: string; readonly service: string };
  /** no Service has the name that the subdomain asks for, or the one that has it is not headless */
  H4:
    | { readonly problem: 'no-service'; readonly subdomain: string }
    | { readonly problem: 'not-headless'; readonly clusterIP: string };
}

const isHeadless = (service: Service): boolean => service.spec?.clusterIP === 'None';
const selectsVm = ({ service, vm }: Situation): boolean => selects(service.spec?.selector ?? {}, labelsOf(livePod(vm)));
/** A headless Service that selects the VM, or perhaps does: only such a Service can provide a DNS name for the VM. */
export const namesVm = (situation: Situation): boolean =>
  isHeadless(situation.service) && (Boolean(situation.vm.arePodsUnknown) || selectsVm(situation));

const templateSubdomain = ({ vm }: Situation): string => vm.vm.spec.template?.spec?.subdomain ?? '';
export const podSubdomain = ({ vm }: Situation): string =>
  livePod(vm)?.spec?.subdomain ?? liveVmi(vm)?.spec.subdomain ?? '';
/**
 * True when the VM's subdomain is another headless Service, which provides its DNS name; false where Services were not
 * read.
 */
const isNamedElsewhere = (situation: Situation): boolean =>
  (situation.services ?? []).some(
    (other) =>
      nameOf(other) !== nameOf(situation.service) &&
      nameOf(other) === templateSubdomain(situation) &&
      isHeadless(other),
  );

/**
 * The headless Service that would provide the VM's DNS name: named as its subdomain, on the label that KubeVirt keeps
 * on its pod.
 */
function subdomainService(situation: Situation): Step[] {
  const { service, vm } = situation;
  const selector = identitySelector(vm);
  const subdomain = templateSubdomain(situation);
  // the cluster IP of a Service cannot be removed: the Service would have to be deleted first, which only the wizard
  // can undo
  if (!selector || nameOf(service) === subdomain) return [];
  const ports = (service.spec?.ports ?? []).map(({ name, port, targetPort, protocol }) => ({
    ...(name ? { name } : {}),
    port,
    ...(targetPort === undefined ? {} : { targetPort }),
    ...(protocol ? { protocol } : {}),
  }));
  const object: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: subdomain, namespace: namespaceOf(situation), ownerReferences: [ownerReferenceTo(vm.vm)] },
    spec: { clusterIP: 'None', selector: { ...selector }, ports },
  };
  return [{ id: `service/${subdomain}`, kind: 'create', object }];
}

/**
 * The names of VMs behind a headless Service: `<hostname>.<Service>.<namespace>.svc.<domain>` (Kubernetes,
 * EndpointSlice `hostname`).
 */
export const subdomainRules: RulesOf<SubdomainFacts> = [
  {
    // only a headless Service of the subdomain's name provides DNS names
    code: 'H4',
    grade: 'blocking',
    hop: 'Service',
    concerns: (situation) =>
      templateSubdomain(situation) !== '' &&
      (nameOf(situation.service) === templateSubdomain(situation)
        ? !isHeadless(situation.service)
        : !isHeadless(situation.service) && selectsVm(situation)),
    detect: (situation) => {
      const { service, services } = situation;
      const subdomain = templateSubdomain(situation);
      if (nameOf(service) === subdomain)
        return {
          object: serviceObject(situation),
          field: 'spec.clusterIP',
          facts: { problem: 'not-headless', clusterIP: service.spec?.clusterIP ?? '' },
          isPartial: true,
        };
      if (!services) return { undecidedBy: ['services'], leavesVerdict: true };
      return services.some((other) => nameOf(other) === subdomain)
        ? undefined
        : {
            grade: 'limitation',
            object: vmObject(situation),
            field: 'spec.template.spec.subdomain',
            facts: { problem: 'no-service', subdomain },
          };
    },
    fix: subdomainService,
    command: listServices,
  },
  {
    // a changed subdomain takes effect in the next pod
    code: 'H2',
    grade: 'blocking',
    hop: 'Pod',
    reads: ['pods'],
    concerns: namesVm,
    detect: (situation) =>
      templateSubdomain(situation) === nameOf(situation.service) &&
      podSubdomain(situation) !== nameOf(situation.service)
        ? {
            object: podObject(situation),
            field: 'spec.subdomain',
            facts: { subdomain: podSubdomain(situation), service: nameOf(situation.service) },
            isPartial: true,
          }
        : undefined,
    fix: (situation) => renewSpec(situation.vm, { subdomain: nameOf(situation.service) }),
    command: showVmField('.spec.template.spec.subdomain'),
  },
  {
    code: 'H1',
    grade: 'blocking',
    hop: 'Pod',
    reads: ['pods'],
    concerns: namesVm,
    detect: (situation) =>
      podSubdomain(situation) !== nameOf(situation.service)
        ? {
            ...(isNamedElsewhere(situation) ? { grade: 'limitation' } : {}),
            object: vmObject(situation),
            field: 'spec.template.spec.subdomain',
            facts: {
              subdomain: templateSubdomain(situation),
              service: nameOf(situation.service),
              isNamedElsewhere: isNamedElsewhere(situation),
            },
            isPartial: true,
          }
        : undefined,
    // an existing subdomain can belong to another Service, whose DNS name would be lost
    fix: (situation) =>
      templateSubdomain(situation) === '' || (situation.services && !isNamedElsewhere(situation))
        ? renewSpec(situation.vm, { subdomain: nameOf(situation.service) })
        : [],
    command: showVmField('.spec.template.spec.subdomain'),
  },
];
