import type { Service } from '../k8s/objects';
import type { Finding } from './finding';

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];
interface Target {
  readonly target: string | number;
  readonly protocol: string;
}

/**
 * The ports that a blocking finding is about, as the pod has them, or as clients do; undefined where it tells none, or
 * where the Service has a name for one and the finding a number.
 */
function portsOf(
  finding: Finding,
  ports: readonly ServicePort[],
): { readonly targets?: readonly Target[]; readonly served?: readonly Target[] } {
  if (finding.code === 'K1' && ports.every(({ targetPort }) => typeof targetPort !== 'string'))
    return {
      targets: finding.facts.ports.flatMap((port) => (port ? { target: port.port, protocol: port.protocol } : [])),
    };
  if (finding.code === 'N2') return { targets: finding.facts.missing };
  if (finding.code === 'L6')
    return { served: finding.facts.ports.map(({ port, protocol }) => ({ target: port, protocol })) };
  return {};
}

const isSame = (number: string | number, protocol: string | undefined, { target, ...wanted }: Target): boolean =>
  String(number) === String(target) && (protocol ?? 'TCP') === wanted.protocol;

/**
 * Which ports of a Service are blocked by what was found, as `80/TCP` and as clients use them; undefined where a
 * finding does not tell which.
 */
export function portsBlocked(findings: readonly Finding[], { spec }: Service): string[] | undefined {
  const blocking = findings.filter(({ grade }) => grade === 'blocking');
  const told = blocking.map((finding) => portsOf(finding, spec?.ports ?? []));
  if (told.some(({ targets, served }) => !targets && !served)) return undefined;
  const isBlocked = ({ port, targetPort, protocol }: ServicePort): boolean =>
    told.some(
      ({ targets = [], served = [] }) =>
        targets.some((target) => isSame(targetPort ?? port, protocol, target)) ||
        served.some((target) => isSame(port, protocol, target)),
    );
  const ports = (spec?.ports ?? []).filter(isBlocked).map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`);
  return ports.length > 0 ? ports : undefined;
}

/** What a VM has to do until what blocks is over, without anything else having to be changed. */
export type Comes = 'with-restart' | 'with-start' | 'when-started';

/**
 * When what blocks ends by itself: labels of the template take effect with a restart, a stopped VM with its start.
 * undefined where something else blocks as well, or nothing does.
 */
export function endsWith(findings: readonly Finding[]): Comes | undefined {
  const ends = findings
    .filter(({ grade, isPartial }) => grade === 'blocking' && !isPartial)
    .map(({ code }): Comes | undefined =>
      code === 'S4' ? 'with-restart' : code === 'V1' ? 'with-start' : code === 'V3' ? 'when-started' : undefined,
    );
  return ends.every((end) => end !== undefined) ? ends[0] : undefined;
}
