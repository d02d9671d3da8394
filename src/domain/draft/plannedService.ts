import { TYPES } from '../k8s/exposedTypes';
import { isAlias, type ExposeDraft } from './draft';
import { toServicePorts } from '../service/servicePorts';
import { MADE_FOR_ANNOTATION, madeForText, RUN_ANNOTATION } from '../k8s/ownMarks';
import type { Labels, Service, VirtualMachine } from '../k8s/objects';
import { ownersOf } from './owner';
import { valueText } from '../k8s/sameValue';
import { annotationsOf, optionFields, SERVER_GIVEN, SPEC_DEFAULTS } from '../service/serviceOptions';

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

/**
 * What of a Service the person chose, in one comparable text: two Services of the same text do the same.
 * @param planned says what of the fields that the API server would give was chosen
 */
function chosenText({ metadata, spec = {} }: Service, planned: Service): string {
  const fields = spec as Record<string, unknown>;
  const wanted = (planned.spec ?? {}) as Record<string, unknown>;
  const annotations = Object.keys(planned.metadata?.annotations ?? {}).filter(
    (key) => key !== RUN_ANNOTATION && key !== MADE_FOR_ANNOTATION,
  );
  return valueText([
    CHOSEN.map((field) => fields[field] ?? SPEC_DEFAULTS[field] ?? null),
    SERVER_GIVEN.map((field) => (wanted[field] === undefined ? null : fields[field])),
    spec.clusterIP === 'None',
    spec.selector ?? {},
    (spec.ports ?? []).map(({ name, protocol, port, targetPort, nodePort }, index) => [
      name ?? '',
      protocol ?? 'TCP',
      port,
      targetPort ?? port,
      planned.spec?.ports?.[index]?.nodePort === undefined ? null : nodePort,
    ]),
    annotations.map((key) => metadata?.annotations?.[key] ?? null),
    (metadata?.ownerReferences ?? []).map(({ uid }) => uid),
  ]);
}

/** True when the Service on the cluster is as planned in everything the person chose. */
export const isAsPlanned = (found: Service, planned: Service): boolean =>
  chosenText(found, planned) === chosenText(planned, planned);
