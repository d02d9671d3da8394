/** What the product's own functions say of a case. */
import { diagnose, type Diagnosis } from '../../src/domain/diagnosis/diagnose';
import type { Finding } from '../../src/domain/diagnosis/finding';
import { hopPath, type HopOnPath } from '../../src/domain/diagnosis/hopPath';
import { offerFor } from '../../src/domain/diagnosis/offer';
import { situationOf, type Situation } from '../../src/domain/diagnosis/situation';
import { newDraft } from '../../src/domain/draft/draft';
import { resolve, type Resolution } from '../../src/domain/draft/resolve';
import { previewOf } from '../../src/domain/draft/selectionEffect';
import { exposuresOf } from '../../src/domain/exposure/exposure';
import { vmExposuresOf } from '../../src/domain/exposure/vmExposure';
import { CREATED_BY_KEY } from '../../src/domain/k8s/labelKeys';
import { entrancesTo } from '../../src/domain/k8s/entrances';
import {
  labelsOf,
  nameOf,
  uidOf,
  type EndpointSlice,
  type Ingress,
  type K8sObject,
  type NetworkPolicy,
  type Pod,
  type Route,
  type Service,
  type VirtualMachine,
  type VirtualMachineInstance,
} from '../../src/domain/k8s/objects';
import type { Seen, SeenVm } from '../../src/domain/k8s/seen';
import { selects } from '../../src/domain/labels/selector';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
import { findingText, findingTitle, particularsOf } from '../../src/ui/text/findings/findingText';
import { t } from '../components/texts';
import { allRights } from '../objects/draftBuilders';
import type { Case } from './caseFile';

/** An hour after the objects of the cases were made. */
const NOW = Date.parse('2026-05-01T09:00:00Z');

const ofKind = <Kind extends K8sObject>(objects: readonly K8sObject[], kind: string): Kind[] =>
  objects.filter((object) => object.kind === kind) as unknown as Kind[];

/** The VMs of the case, each with what runs it, joined as the pages join them. */
function vmsOf({ objects }: Case): SeenVm[] {
  const pods = ofKind<Pod>(objects, 'Pod');
  return ofKind<VirtualMachine>(objects, 'VirtualMachine').map((vm) => {
    const vmi = ofKind<VirtualMachineInstance>(objects, 'VirtualMachineInstance').find(
      (candidate) => nameOf(candidate) === nameOf(vm),
    );
    const own = vmi ? pods.filter((pod) => labelsOf(pod)[CREATED_BY_KEY] === uidOf(vmi)) : [];
    return { vm, ...(vmi ? { vmi } : {}), pods: own };
  });
}

/** One look at the project of the case. */
function seenOf(given: Case): Seen {
  const { objects } = given;
  return {
    namespace: objects[0]?.metadata?.namespace ?? '',
    vms: vmsOf(given),
    services: ofKind<Service>(objects, 'Service'),
    endpointSlices: ofKind<EndpointSlice>(objects, 'EndpointSlice'),
    routes: ofKind<Route>(objects, 'Route'),
  };
}

const selectedBy = (selector: Readonly<Record<string, string>>, objects: readonly K8sObject[]): Pod[] =>
  ofKind<Pod>(objects, 'Pod').filter((pod) => selects(selector, labelsOf(pod)));

const vmNamed = ({ vms }: Seen, name: string): SeenVm => {
  const vm = vms.find((candidate) => nameOf(candidate.vm) === name);
  if (!vm) throw new Error(`the case has no VM ${name}`);
  return vm;
};

/** The situation of the opened row. */
function situationIn(given: Case, seen: Seen, service: Service): Situation {
  const { objects, events = [] } = given;
  return situationOf(
    {
      service,
      vm: vmNamed(seen, given.vm),
      endpointSlices: seen.endpointSlices,
      services: seen.services,
      networkPolicies: ofKind<NetworkPolicy>(objects, 'NetworkPolicy'),
      selectedPods: selectedBy(service.spec?.selector ?? {}, objects),
      routes: seen.routes,
      hasRouteApi: true,
    },
    {
      rights: allRights(),
      now: NOW,
      namespaceLabels: {},
      primaryNetwork: { kind: 'default' },
      otherPolicies: [],
      ingresses: ofKind<Ingress>(objects, 'Ingress'),
      events: events === 'unread' ? undefined : events,
      quotas: [],
    },
  );
}

/** Everything that a page shows of a finding. */
export const wordsOf = (finding: Finding): string => {
  const { field, actual, needed } = particularsOf(finding);
  return [findingTitle(t, finding), findingText(t, finding), ...finding.object.names, field, actual, needed].join(' ');
};

/** What is said of the Service of the case. */
export interface ServiceAnswer {
  readonly diagnosis: Diagnosis;
  readonly path: readonly HopOnPath[];
  /** of the list on the tab of the VM and of that on the page of the Service; undefined where it is not listed */
  readonly listVerdicts: readonly (Diagnosis['verdict'] | undefined)[];
  /** how many steps are offered for a code */
  readonly stepsFor: (code: Finding['code']) => number;
}

/** The diagnosis of the Service of the case, as list and opened row have it. */
export function serviceAnswer(given: Case): ServiceAnswer {
  const seen = seenOf(given);
  const service = seen.services.find((candidate) => nameOf(candidate) === given.service);
  if (!service) throw new Error(`the case has no Service ${given.service ?? ''}`);
  const situation = situationIn(given, seen, service);
  const diagnosis = diagnose(situation);
  const { networkPolicies, routes, services, now } = situation;
  const reads = { networkPolicies, routes, services, now };
  const onTab = exposuresOf(situation.vm, seen.services, seen.endpointSlices, reads);
  const onPage = vmExposuresOf(service, seen.vms, seen.endpointSlices, reads);
  return {
    diagnosis,
    path: hopPath(diagnosis, entrancesTo(service, situation.routes, situation.ingresses).length > 0),
    listVerdicts: [
      onTab.find((exposure) => nameOf(exposure.service) === nameOf(service))?.verdict,
      onPage.find(({ vm }) => nameOf(vm.vm) === given.vm)?.verdict,
    ],
    stepsFor: (code) => offerFor(code, situation).steps.length,
  };
}

/** What the wizard says of the draft of the case. */
export interface DraftAnswer extends Resolution {
  /** the name that it opens with */
  readonly proposedName: string;
  readonly otherVms: readonly string[] | undefined;
}

/** The draft of the case, put into the wizard as it opens for the VM. */
export function draftAnswer(given: Case): DraftAnswer {
  const seen = seenOf(given);
  const opened = newDraft(seen, [given.vm], true);
  const { options, ...fields } = given.draft ?? {};
  const resolution = resolve({ ...opened, ...fields, options: { ...NO_OPTIONS, ...options } }, seen, 'a-run');
  const preview = previewOf(resolution.resolved, {
    pods: selectedBy(resolution.resolved.selector ?? {}, given.objects),
    vms: seen.vms.map(({ vm }) => vm),
  });
  return { ...resolution, proposedName: opened.serviceName, otherVms: preview?.afterApply.otherVms };
}
