import { exposedTypeOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { mergePorts } from '../draft/portMerge';
import { portDraftsOf } from '../service/servicePort';
import { changedPorts, type ServicePorts } from '../service/servicePorts';
import type { ReplacedField } from './run';

const draftsOf = (ports: unknown) => portDraftsOf({ spec: { ports: ports as ServicePorts } });

/**
 * The ports of a Service without what a run did to them, each port by itself: one that someone else has changed or
 * added since stays as it is.
 * @param replaced the ports before the run, and those that the run has sent
 * @returns undefined where nothing of the run is left in them
 */
export function portsBack(service: Service, { before, after }: ReplacedField): ServicePorts | undefined {
  const type = exposedTypeOf(service);
  const now = portDraftsOf(service);
  const { ports } = mergePorts({
    base: draftsOf(after.at(-1)),
    wanted: draftsOf(before),
    now,
    sent: after.map(draftsOf),
    type,
  });
  if (ports.length === 0 || isSameValue(ports, now)) return undefined;
  // a port that is put back has all that it had before, also what no field of the wizard shows
  const known = [...(service.spec?.ports ?? []), ...((before ?? []) as ServicePorts)];
  return changedPorts({ ...service, spec: { ...service.spec, ports: known } }, ports, type);
}
