import { defaultTiming, withExistingService, type ExposeDraft, type LabelDraft } from './draft';
import { labelKeyProblem, labelValueProblem } from '../labels/labels';
import { nameOf, type Service } from '../k8s/objects';
import { EXPOSED_TYPES, type ExposedType } from '../k8s/exposedTypes';
import { portProblem, targetPortProblem } from '../service/portProblems';
import { PROTOCOLS, type Protocol } from '../service/servicePort';
import { serviceNameProblem } from '../service/serviceName';

/** A query parameter that was left out because its value cannot be used. */
export interface IgnoredPreset {
  readonly name: string;
  readonly value: string;
}

/** What a deep link asks for, and what of it was not usable. */
export interface Presets {
  readonly name?: string;
  readonly port?: string;
  readonly targetPort?: string;
  readonly protocol?: Protocol;
  readonly type?: ExposedType;
  /** an existing Service, to add the VMs to or to change */
  readonly service?: string;
  readonly labels: readonly LabelDraft[];
  readonly ignored: readonly IgnoredPreset[];
}

const READERS: Readonly<Record<string, (value: string) => Partial<Presets> | undefined>> = {
  name: (value) => (serviceNameProblem(value) ? undefined : { name: value }),
  service: (value) => (serviceNameProblem(value) ? undefined : { service: value }),
  port: (value) => (portProblem(value) ? undefined : { port: value }),
  targetPort: (value) => (targetPortProblem(value) ? undefined : { targetPort: value }),
  protocol: (value) => {
    const protocol = PROTOCOLS.find((candidate) => candidate === value);
    return protocol && { protocol };
  },
  type: (value) => {
    const type = EXPOSED_TYPES.find((candidate) => candidate === value);
    return type && { type };
  },
};

const labelFrom = (value: string): LabelDraft | undefined => {
  const [key = '', ...rest] = value.split('=');
  const label = { key, value: rest.join('=') };
  return rest.length === 0 || labelKeyProblem(label.key) || labelValueProblem(label.value) ? undefined : label;
};

/**
 * Reads the presets of a deep link such as `?port=80&targetPort=8080&type=ClusterIP&label=tier%3Dbackend`; `label` may
 * come several times. What cannot be used is listed, never guessed at.
 */
export function presetsFrom(query: URLSearchParams): Presets {
  let presets: Presets = { labels: [], ignored: [] };
  for (const [name, value] of query) {
    const label = name === 'label' ? labelFrom(value) : undefined;
    const read = label
      ? { labels: [...presets.labels, label] }
      : Object.hasOwn(READERS, name)
        ? READERS[name]?.(value)
        : undefined;
    presets = read ? { ...presets, ...read } : { ...presets, ignored: [...presets.ignored, { name, value }] };
  }
  return presets;
}

/** The presets without a Service that is not there, which is then listed as ignored. */
export function usablePresets({ service, ...presets }: Presets, services: readonly Service[]): Presets {
  if (service === undefined) return presets;
  const isThere = services.some((found) => nameOf(found) === service);
  return isThere
    ? { ...presets, service }
    : { ...presets, ignored: [...presets.ignored, { name: 'service', value: service }] };
}

/**
 * A new draft with the presets put in; everything else has the wizard's defaults. An existing Service brings its own
 * ports and labels.
 */
export function withPresets(
  draft: ExposeDraft,
  presets: Presets,
  canLabelLive: boolean,
  services: readonly Service[],
): ExposeDraft {
  const service = services.find((found) => nameOf(found) === presets.service);
  if (service) return withExistingService(draft, service, defaultTiming(canLabelLive));
  const [first, ...others] = draft.ports;
  const port = presets.port ?? first?.port ?? '';
  const targetPort = presets.targetPort ?? presets.port ?? first?.targetPort ?? '';
  return {
    ...draft,
    serviceName: presets.name ?? draft.serviceName,
    type: presets.type ?? draft.type,
    ports: [
      {
        // the name of another port does not fit the one of the link
        name: presets.port === undefined ? (first?.name ?? '') : '',
        port,
        targetPort,
        protocol: presets.protocol ?? (presets.port === undefined ? first?.protocol : undefined) ?? 'TCP',
        nodePort: '',
      },
      ...others,
    ],
    selection:
      presets.labels.length > 0
        ? { by: 'label', labels: presets.labels, removed: [], timing: defaultTiming(canLabelLive) }
        : draft.selection,
  };
}

/**
 * The query of a deep link that opens the wizard as the draft has it, as far as a link can say it: of several ports the
 * first, and no options.
 * @returns encoded, without the question mark
 */
export function presetQueryOf({ serviceName, type, ports, selection }: ExposeDraft): string {
  const query = new URLSearchParams();
  if (selection.by === 'service') {
    query.set('service', serviceName);
    return query.toString();
  }
  query.set('name', serviceName);
  query.set('type', type);
  const [first] = ports;
  if (first) {
    query.set('port', first.port);
    query.set('targetPort', first.targetPort);
    query.set('protocol', first.protocol);
  }
  if (selection.by === 'label') selection.labels.forEach(({ key, value }) => query.append('label', `${key}=${value}`));
  return query.toString();
}
