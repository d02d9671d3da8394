import { exposedTypeOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { portDraftsOf } from '../service/servicePort';
import type { ServicePorts } from '../service/servicePorts';
import { optionsOf, type ServiceOptions } from '../service/serviceOptions';
import type { ExposeDraft } from './draft';
import { mergePorts } from './portMerge';

/** The wanted value where the draft changes it, else the one that the Service has now. */
const changedOr = <T>(wanted: T, opened: T, now: T): T => (isSameValue(wanted, opened) ? now : wanted);

/** The ports of a draft as they apply to a Service now, port by port, and those that others have changed too. */
export const portsOnto = ({ ports, type, given }: ExposeDraft, opened: Service, now: Service) =>
  mergePorts({
    base: portDraftsOf(opened),
    wanted: ports,
    now: portDraftsOf(now),
    sent: (given?.ports ?? []).map((sent) => portDraftsOf({ spec: { ports: sent as ServicePorts } })),
    type,
  });

/**
 * A draft that changes an existing Service, as it applies to that Service now: what it leaves as it was when it was
 * opened is taken from the Service, so that what others have changed meanwhile stays.
 */
export function rebased(draft: ExposeDraft, now: Service): ExposeDraft {
  const { opened } = draft;
  if (!opened) return draft;
  const [before, after] = [optionsOf(opened), optionsOf(now)];
  const options = Object.fromEntries(
    (Object.keys(before) as (keyof ServiceOptions)[]).map((name) => [
      name,
      changedOr(draft.options[name], before[name], after[name]),
    ]),
  );
  return {
    ...draft,
    type: changedOr(draft.type, exposedTypeOf(opened), exposedTypeOf(now)),
    ports: portsOnto(draft, opened, now).ports,
    options: options as unknown as ServiceOptions,
  };
}
