import type { ExposeDraft } from './draft';
import { changedPorts, portsMatch, type ServicePorts } from '../service/servicePorts';
import { portDraftsOf } from '../service/servicePort';
import { RUN_ANNOTATION } from '../k8s/ownMarks';
import { nameOf, namespaceOf, type K8sObject, type Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { traitsOf, exposedTypeOf, type ExposedType, TYPES } from '../k8s/exposedTypes';
import { holdsChosen, optionFields, optionsOf, SERVER_GIVEN, SPEC_DEFAULTS } from '../service/serviceOptions';
import { fieldsOfType } from '../k8s/typeFields';
import { fieldOf, type ServiceFields } from '../steps/serviceFields';

/** A Route can send traffic to a Service of any type, so an existing Service keeps its type. */
const typeAfter = (draft: ExposeDraft, found: Service): ExposedType =>
  TYPES[draft.type].makesRoute ? exposedTypeOf(found) : draft.type;

/** What a field holds: the API server's default where it says nothing. */
const heldIn = (found: Service, field: string): unknown => fieldOf(found, field) ?? SPEC_DEFAULTS[field] ?? null;

/**
 * The fields of an existing Service that the draft changes; {} when it changes none. What would differ from a draft
 * that leaves all as it is, too (a headless Service can hold a session affinity, which has no effect) is no change.
 */
export function changedFields(draft: ExposeDraft, found: Service): ServiceFields {
  const type = exposedTypeOf(found);
  const untouched = differences({ ...draft, type, ports: portDraftsOf(found), options: optionsOf(found) }, found);
  return Object.fromEntries(
    Object.entries(differences(draft, found)).filter(
      ([field, value]) => !(Object.hasOwn(untouched, field) && isSameValue(untouched[field], value)),
    ),
  );
}

function differences(draft: ExposeDraft, found: Service): ServiceFields {
  const type = typeAfter(draft, found);
  const chosen = Object.entries(optionFields(type, draft.options)).flatMap(([field, wanted]): [string, unknown][] => {
    if (
      wanted === null &&
      SERVER_GIVEN.includes(field) &&
      !(field === 'sessionAffinityConfig' && !draft.options.isSticky)
    )
      return [];
    // the API server itself drops what only other types have
    if (field === 'externalTrafficPolicy' && !TYPES[type].hasNodePorts) return [];
    const after = wanted ?? SPEC_DEFAULTS[field] ?? null;
    return holdsChosen(field, heldIn(found, field), after) ? [] : [[field, after]];
  });
  const ports = found.spec?.ports ?? [];
  return {
    ...Object.fromEntries(chosen),
    ...(portsMatch(draft.ports, ports, type) ? {} : { ports: changedPorts(found, draft.ports, type) }),
  };
}

/** True when a draft names a load balancer class or takes away the one that was there; else it is of a webhook. */
const isClassChosen = ({ options, opened }: ExposeDraft): boolean =>
  options.loadBalancerClass !== '' || (opened !== undefined && fieldOf(opened, 'loadBalancerClass') !== null);

/**
 * True when the API does not allow this change of a Service: its cluster IP, and with it whether it has one, the family
 * of its first address and its load balancer class are fixed ("may not change once set", seen on kube-apiserver 1.34).
 * Then it is deleted and recreated, with another address.
 */
export function needsReplacement(draft: ExposeDraft, found: Service): boolean {
  const type = typeAfter(draft, found);
  const wanted = optionFields(type, draft.options);
  const [family] = (wanted.ipFamilies as string[] | null) ?? [];
  const [familyNow] = found.spec?.ipFamilies ?? [];
  return (
    traitsOf(found).hasClusterIp !== TYPES[type].hasClusterIp ||
    (typeof wanted.clusterIP === 'string' && wanted.clusterIP !== fieldOf(found, 'clusterIP')) ||
    (family !== undefined && familyNow !== undefined && family !== familyNow) ||
    (TYPES[type].hasLoadBalancer &&
      traitsOf(found).hasLoadBalancer &&
      isClassChosen(draft) &&
      !isSameValue(wanted.loadBalancerClass, fieldOf(found, 'loadBalancerClass')))
  );
}

const carried = (service: Service, annotations: Readonly<Record<string, string>>): K8sObject['metadata'] => ({
  name: nameOf(service),
  namespace: namespaceOf(service),
  ...(service.metadata?.labels ? { labels: service.metadata.labels } : {}),
  annotations: { ...service.metadata?.annotations, ...annotations },
  ...(service.metadata?.ownerReferences ? { ownerReferences: service.metadata.ownerReferences } : {}),
});

/** A Service of that spec with all that another one carries beside its own, to be created in its place. */
export const manifest = (
  service: Service,
  annotations: Readonly<Record<string, string>>,
  spec: Readonly<Record<string, unknown>>,
): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: carried(service, annotations),
  spec: Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== null)),
});

/** Policies that a type may have though the wizard does not offer them for it: nobody has chosen that they go. */
const isNotOffered = (type: ExposedType, field: string): boolean =>
  (field === 'externalTrafficPolicy' && !TYPES[type].hasNodePorts) ||
  (field === 'internalTrafficPolicy' && !TYPES[type].hasClusterIp);

/** The Service that takes the place of one that cannot be changed: all of it that the draft does not want otherwise. */
export function replacement(draft: ExposeDraft, found: Service, runId: string): Service {
  const type = typeAfter(draft, found);
  const wanted = Object.fromEntries(
    Object.entries(optionFields(type, draft.options)).filter(
      ([field, value]) => value !== null || !(SERVER_GIVEN.includes(field) || isNotOffered(type, field)),
    ),
  );
  const kept = {
    ...found.spec,
    // what only ever was its own
    clusterIP: null,
    clusterIPs: null,
    healthCheckNodePort: null,
    ...(wanted.ipFamilies ? { ipFamilies: null, ipFamilyPolicy: null } : {}),
  };
  return manifest(
    found,
    { [RUN_ANNOTATION]: runId },
    fieldsOfType(type, { ...kept, ...wanted, ports: changedPorts(found, draft.ports, type) }),
  );
}

/**
 * True when a Service holds a value that a run has planned for a field; of ports the API server adds to what was
 * planned.
 */
export const holdsPlanned = (found: Service, field: string, planned: unknown): boolean =>
  field === 'ports'
    ? portsMatch(
        portDraftsOf({ spec: { ports: planned as ServicePorts } }),
        found.spec?.ports ?? [],
        exposedTypeOf(found),
      )
    : holdsChosen(field, heldIn(found, field), planned);
