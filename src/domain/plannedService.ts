import type { ExposeDraft } from './draft';
import { MADE_FOR_ANNOTATION, madeForText } from './madeFor';
import type { Labels, Service } from './objects';
import { RUN_ANNOTATION } from './runAnnotation';
import { toTargetPort } from './joinedPorts';
import { portNumber } from './servicePort';

/** The Service of a draft, as it is created. Only fields that the person chose are set; the API server gives the rest. */
export const plannedService = (draft: ExposeDraft, selector: Labels, runId: string): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: draft.serviceName, namespace: draft.namespace, annotations: { [RUN_ANNOTATION]: runId, [MADE_FOR_ANNOTATION]: madeForText(draft.vmNames) } },
  spec: {
    type: draft.type,
    selector: { ...selector },
    ports: draft.ports.map(({ name, port, targetPort, protocol }) => ({
      ...(name === '' ? {} : { name }),
      protocol,
      port: portNumber(port) ?? 0,
      targetPort: toTargetPort(targetPort),
    })),
  },
});

/** What of a Service the person chose, in one comparable text: two Services of the same text do the same. */
const chosenText = ({ spec }: Service): string =>
  JSON.stringify([
    spec?.type ?? 'ClusterIP',
    Object.entries(spec?.selector ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    (spec?.ports ?? []).map(({ name, protocol, port, targetPort }) => [name ?? '', protocol ?? 'TCP', port, targetPort ?? port]),
  ]);

/** True when the Service on the cluster is as planned in everything the person chose. */
export const isAsPlanned = (found: Service, planned: Service): boolean => chosenText(found) === chosenText(planned);
