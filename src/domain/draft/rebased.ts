import { exposedTypeOf, TYPES } from '../k8s/exposedTypes';
import { uidOf, type Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { portDraftsOf } from '../service/servicePort';
import { portsMatch } from '../service/servicePorts';
import { optionsOf, SPEC_DEFAULTS, type ServiceOptions } from '../service/serviceOptions';
import { fieldOf } from '../steps/serviceFields';
import type { ExposeDraft } from './draft';
import { changedFields, holdsPlanned, needsReplacement } from './serviceChange';

/** The wanted value where the draft changes it, else the one that the Service has now. */
const changedOr = <T>(wanted: T, opened: T, now: T): T => (isSameValue(wanted, opened) ? now : wanted);

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
    ports: changedOr(draft.ports, portDraftsOf(opened), portDraftsOf(now)),
    options: options as unknown as ServiceOptions,
  };
}

/** True when a field of a Service is what it was; numbers of node ports that the API server gave do not count. */
function isUnchanged(field: string, opened: Service, now: Service): boolean {
  if (field === 'ports') return portsMatch(portDraftsOf(opened), now.spec?.ports ?? [], 'ClusterIP');
  const heldIn = (service: Service) => fieldOf(service, field) ?? SPEC_DEFAULTS[field] ?? null;
  return isSameValue(heldIn(opened), heldIn(now));
}

/**
 * True when somebody else has changed, since the draft was opened, what the draft changes too, or has made another
 * Service under the name where the draft replaces one. What the run itself has set (`given`) is no such change.
 */
export function isChangedByOthers(draft: ExposeDraft, now: Service): boolean {
  const { opened, given = {}, replaces } = draft;
  if (replaces && uidOf(replaces) !== uidOf(now)) return true;
  if (!opened) return false;
  const wanted = rebased(draft, now);
  if (uidOf(opened) !== uidOf(now) && needsReplacement(wanted, now)) return true;
  const isGiven = (field: string) => (given[field] ?? []).some((value) => holdsPlanned(now, field, value));
  return Object.keys(changedFields(wanted, now)).some(
    (field) => isChangedByDraft(draft, opened, field) && !isUnchanged(field, opened, now) && !isGiven(field),
  );
}

const isChangedByDraft = (draft: ExposeDraft, opened: Service, field: string): boolean =>
  !TYPES[draft.type].makesRoute || field === 'ports' ? Object.hasOwn(changedFields(draft, opened), field) : true;
