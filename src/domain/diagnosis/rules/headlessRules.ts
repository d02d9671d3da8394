import { ownerReferenceTo } from '../../draft/owner';
import { identitySelector } from '../../labels/identity';
import { slicesOf } from '../../k8s/endpoints';
import { namespaceOf, refOf, labelsOf, nameOf, uidOf, type Service } from '../../k8s/objects';
import { livePod, liveVmi, servingPods } from '../../k8s/seen';
import { selects } from '../../labels/selector';
import type { Step } from '../../steps/step';
import { fixService, renewSpec } from './remedies';
import type { Detected, Finding, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

const isHeadless = (service: Service): boolean => service.spec?.clusterIP === 'None';
const selectsVm = ({ service, vm }: Situation): boolean => selects(service.spec?.selector ?? {}, labelsOf(livePod(vm)));
/** A headless Service that selects the VM, or may do so: only such a one can give it a name of its own. */
const namesVm = (situation: Situation): boolean =>
  isHeadless(situation.service) && (Boolean(situation.vm.arePodsUnknown) || selectsVm(situation));

const vmObject = ({ vm }: Situation): Finding['object'] => ({ kind: 'VirtualMachine', name: nameOf(vm.vm) });
const templateSubdomain = ({ vm }: Situation): string => vm.vm.spec.template?.spec?.subdomain ?? '';
const podSubdomain = ({ vm }: Situation): string => livePod(vm)?.spec?.subdomain ?? liveVmi(vm)?.spec.subdomain ?? '';
const specCommand = (situation: Situation): string =>
  oc.get(refOf('VirtualMachine', situation.vm.vm), '-o', 'jsonpath={.spec.template.spec.subdomain}');
const slicesCommand = ({ service }: Situation): string =>
  oc.list('endpointslices', namespaceOf(service), '-l', `kubernetes.io/service-name=${nameOf(service)}`, '-o', 'yaml');

/** True when the VM's subdomain is another headless Service, which gives it a name; false where Services were not read. */
const isNamedElsewhere = (situation: Situation): boolean =>
  (situation.services ?? []).some(
    (other) =>
      nameOf(other) !== nameOf(situation.service) &&
      nameOf(other) === templateSubdomain(situation) &&
      isHeadless(other),
  );

const ownHostnames = ({ service, vm, endpointSlices = [] }: Situation): (string | undefined)[] =>
  slicesOf(service, endpointSlices)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ targetRef }) => targetRef?.uid !== undefined && targetRef.uid === uidOf(livePod(vm)))
    .map(({ hostname }) => hostname);

/** The headless Service that would give the VM its name: named as its subdomain, on the label that KubeVirt keeps on its pod. */
function subdomainService(situation: Situation): Step[] {
  const { service, vm } = situation;
  const selector = identitySelector(vm);
  const subdomain = templateSubdomain(situation);
  // the cluster IP of a Service cannot be taken away: it would have to be deleted first, which only the wizard can take back
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
    metadata: { name: subdomain, namespace: namespaceOf(situation.vm.vm), ownerReferences: [ownerReferenceTo(vm.vm)] },
    spec: { clusterIP: 'None', selector: { ...selector }, ports },
  };
  return [{ id: `service/${subdomain}`, kind: 'create', object }];
}

/** The names of VMs behind a headless Service: `<hostname>.<Service>.<namespace>.svc.<domain>` (Kubernetes, EndpointSlice `hostname`). */
export const headlessRules: readonly Rule[] = [
  {
    // only a headless Service of the subdomain's name gives names
    code: 'H4',
    grade: 'blocks',
    hop: 'Service',
    concerns: (situation) =>
      templateSubdomain(situation) !== '' &&
      (nameOf(situation.service) === templateSubdomain(situation)
        ? !isHeadless(situation.service)
        : !isHeadless(situation.service) && selectsVm(situation)),
    detect: (situation): Detected => {
      const { service, services } = situation;
      const subdomain = templateSubdomain(situation);
      const found = {
        object: vmObject(situation),
        field: 'spec.template.spec.subdomain',
        actual: subdomain,
        needed: 'clusterIP: None',
      };
      if (nameOf(service) === subdomain)
        return {
          ...found,
          object: { kind: 'Service', name: subdomain },
          field: 'spec.clusterIP',
          actual: service.spec?.clusterIP ?? '',
          isPartial: true,
        };
      if (!services) return 'not-checked';
      return services.some((other) => nameOf(other) === subdomain) ? undefined : { ...found, grade: 'caveat' };
    },
    fix: subdomainService,
    command: ({ vm }) => oc.list('services', namespaceOf(vm.vm)),
  },
  {
    // a change of the subdomain reaches the pod when that is made anew
    code: 'H2',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods'],
    concerns: namesVm,
    detect: (situation) =>
      templateSubdomain(situation) === nameOf(situation.service) &&
      podSubdomain(situation) !== nameOf(situation.service)
        ? {
            object: { kind: 'Pod', name: nameOf(livePod(situation.vm) ?? {}) },
            field: 'spec.subdomain',
            actual: podSubdomain(situation),
            needed: nameOf(situation.service),
            isPartial: true,
          }
        : undefined,
    fix: (situation) => renewSpec(situation.vm, { subdomain: nameOf(situation.service) }),
    command: specCommand,
  },
  {
    code: 'H1',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods'],
    concerns: namesVm,
    detect: (situation) =>
      podSubdomain(situation) !== nameOf(situation.service)
        ? {
            ...(isNamedElsewhere(situation) ? { grade: 'caveat' } : {}),
            object: vmObject(situation),
            field: 'spec.template.spec.subdomain',
            actual: templateSubdomain(situation),
            needed: nameOf(situation.service),
            isPartial: true,
          }
        : undefined,
    // a subdomain that is there may give the name of another Service, which would be lost
    fix: (situation) =>
      templateSubdomain(situation) === '' || (situation.services && !isNamedElsewhere(situation))
        ? renewSpec(situation.vm, { subdomain: nameOf(situation.service) })
        : [],
    command: specCommand,
  },
  {
    // not ready, not published: then DNS has neither its name nor its address
    code: 'H5',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['pods'],
    concerns: namesVm,
    detect: ({ service, vm }) => {
      const ready = livePod(vm)?.status?.conditions?.find(({ type }) => type === 'Ready');
      return ready && ready.status !== 'True' && !service.spec?.publishNotReadyAddresses
        ? {
            object: { kind: 'Service', name: nameOf(service) },
            field: 'spec.publishNotReadyAddresses',
            actual: 'false',
            needed: 'true',
          }
        : undefined;
    },
    fix: ({ service }) => fixService(service, { publishNotReadyAddresses: true }),
    command: slicesCommand,
  },
  {
    code: 'H3',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    concerns: namesVm,
    detect: (situation) => {
      const hostnames = ownHostnames(situation);
      // with another subdomain the controller leaves it out, as H1 and H2 tell
      return podSubdomain(situation) === nameOf(situation.service) && hostnames.length > 0 && !hostnames.some(Boolean)
        ? {
            object: {
              kind: 'EndpointSlice',
              name: nameOf(slicesOf(situation.service, situation.endpointSlices ?? [])[0] ?? {}),
            },
            field: 'endpoints[].hostname',
            actual: '',
            needed: livePod(situation.vm)?.spec?.hostname ?? nameOf(situation.vm.vm),
            isPartial: true,
          }
        : undefined;
    },
    command: slicesCommand,
  },
  {
    code: 'H6',
    grade: 'caveat',
    hop: 'Pod',
    reads: ['pods', 'selectedPods'],
    concerns: namesVm,
    detect: ({ service, vm, selectedPods = [] }) => {
      const own = livePod(vm)?.spec;
      const uids = new Set(vm.pods.map(uidOf));
      const isNamed = (spec: typeof own): boolean =>
        spec?.subdomain === nameOf(service) && spec.hostname !== undefined && spec.hostname === own?.hostname;
      const same = isNamed(own)
        ? servingPods(selectedPods).filter((pod) => !uids.has(uidOf(pod)) && isNamed(pod.spec))
        : [];
      return same.length > 0
        ? {
            object: { kind: 'Pod', name: nameOf(livePod(vm) ?? {}) },
            field: 'spec.hostname',
            actual: own?.hostname ?? '',
            needed: same.map(nameOf).join(', '),
          }
        : undefined;
    },
    command: ({ vm }) =>
      oc.list(
        'pods',
        namespaceOf(vm.vm),
        '-o',
        'custom-columns=NAME:.metadata.name,HOSTNAME:.spec.hostname,SUBDOMAIN:.spec.subdomain',
      ),
  },
  {
    // nothing stands between client and VM that could change the port
    code: 'H7',
    grade: 'info',
    hop: 'client',
    concerns: namesVm,
    detect: ({ service }) => {
      const moved = (service.spec?.ports ?? []).filter(
        ({ port, targetPort }) => targetPort !== undefined && String(targetPort) !== String(port),
      );
      return moved.length > 0
        ? {
            object: { kind: 'Service', name: nameOf(service) },
            field: 'spec.ports[].targetPort',
            actual: moved.map(({ port }) => port).join(', '),
            needed: moved.map(({ targetPort }) => String(targetPort)).join(', '),
          }
        : undefined;
    },
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'jsonpath={.spec.ports}'),
  },
];
