import { TYPES } from '../k8s/exposedTypes';
import { isAlias, type ExposeDraft } from './draft';
import { toServicePorts } from '../service/servicePorts';
import { MADE_FOR_ANNOTATION, madeForText, RUN_ANNOTATION } from '../k8s/ownMarks';
import type { Labels, Service, VirtualMachine } from '../k8s/objects';
import { ownersOf } from './owner';
import { isSameValue } from '../k8s/sameValue';
import { annotationsOf, holdsChosen, optionFields, SERVER_GIVEN, SPEC_DEFAULTS } from '../service/serviceOptions';

/** Annotations that the person wrote; only a load balancer's provider reads any. */
const ownAnnotations = ({ type, options }: ExposeDraft): Record<string, string> =>
  TYPES[type].hasLoadBalancer
    ? Object.fromEntries(annotationsOf(options.annotations).map(({ key, value }) => [key, value]))
    : {};

/**
 * The Service of a draft, as it is created. Only fields that the user chose are set; the API server sets the rest.
 * @param owner the VM that it goes with, where there is one
 */
export function plannedService(draft: ExposeDraft, selector: Labels, runId: string, owner?: VirtualMachine): Service {
  const chosen = Object.fromEntries(
    Object.entries(optionFields(draft.type, draft.options)).filter(([, value]) => value !== null),
  );
  const annotations = {
    ...ownAnnotations(draft),
    [RUN_ANNOTATION]: runId,
    [MADE_FOR_ANNOTATION]: madeForText(draft.vmNames),
  };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: draft.serviceName, namespace: draft.namespace, annotations, ...ownersOf(draft, owner) },
    // an alias has no use for a selector, and its ports would mean nothing
    spec: {
      ...chosen,
      ...(isAlias(draft) ? {} : { selector: { ...selector }, ports: toServicePorts(draft.ports, draft.type) }),
    },
  };
}

const CHOSEN = [
  'type',
  'externalIPs',
  'sessionAffinity',
  'externalTrafficPolicy',
  'internalTrafficPolicy',
  'publishNotReadyAddresses',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'externalName',
] as const;

/** What a person can choose of a Service, one comparable value for each choice. */
function choicesOf({ metadata, spec = {} }: Service, planned: Service): Readonly<Record<string, unknown>> {
  const fields = spec as Record<string, unknown>;
  const wanted = (planned.spec ?? {}) as Record<string, unknown>;
  const annotations = Object.keys(planned.metadata?.annotations ?? {}).filter(
    (key) => key !== RUN_ANNOTATION && key !== MADE_FOR_ANNOTATION,
  );
  return {
    ...Object.fromEntries(CHOSEN.map((field) => [field, fields[field] ?? SPEC_DEFAULTS[field] ?? null])),
    // what the API server would give counts only where it was chosen
    ...Object.fromEntries(
      SERVER_GIVEN.filter((field) => wanted[field] !== undefined).map((field) => [field, fields[field] ?? null]),
    ),
    isHeadless: spec.clusterIP === 'None',
    selector: spec.selector ?? {},
    ports: (spec.ports ?? []).map(({ name, protocol, port, targetPort, nodePort }, index) => [
      name ?? '',
      protocol ?? 'TCP',
      port,
      targetPort ?? port,
      planned.spec?.ports?.[index]?.nodePort === undefined ? null : nodePort,
    ]),
    ...Object.fromEntries(annotations.map((key) => [`annotation ${key}`, metadata?.annotations?.[key] ?? null])),
    owners: (metadata?.ownerReferences ?? []).map(({ uid }) => uid),
  };
}

/**
 * True when the Service that a run has created is as planned in everything the person chose. A value that the run has
 * never planned was set by someone else (a colleague, a provider's webhook) and stays.
 * @param made all Services that the run has planned before; without them every other value of a choice counts
 */
export function isAsPlanned(found: Service, planned: Service, made: readonly Service[] = []): boolean {
  const held = choicesOf(found, planned);
  const isOurs = (choice: string) => made.some((other) => isSameValue(choicesOf(other, planned)[choice], held[choice]));
  return Object.entries(choicesOf(planned, planned)).every(
    ([choice, wanted]) => holdsChosen(choice, held[choice], wanted) || (made.length > 0 && !isOurs(choice)),
  );
}
