import { exposedTypeOf, TYPES } from '../k8s/exposedTypes';
import { uidOf, type Service } from '../k8s/objects';
import { isSameValue } from '../k8s/sameValue';
import { portDraftsOf, type PortDraft } from '../service/servicePort';
import { toServicePorts } from '../service/servicePorts';
import { optionsOf, SPEC_DEFAULTS, type ServiceOptions } from '../service/serviceOptions';
import { fieldOf } from '../steps/serviceFields';
import type { ExposeDraft } from './draft';
import type { PortConflict } from './portMerge';
import { portsOnto, rebased } from './rebased';
import { changedFields, holdsPlanned, needsReplacement } from './serviceChange';

/** The settings of the wizard that stand for one or several fields of a Service's spec. */
interface SettingParts {
  readonly fields: readonly string[];
  readonly options: readonly (keyof ServiceOptions)[];
}
const SETTINGS = {
  type: { fields: ['type', 'clusterIP'], options: ['clusterIP'] },
  ipFamilies: { fields: ['ipFamilies'], options: ['ipFamilies'] },
  ipFamilyPolicy: { fields: ['ipFamilyPolicy'], options: ['ipFamilyPolicy'] },
  externalIPs: { fields: ['externalIPs'], options: ['externalIPs'] },
  isSticky: { fields: ['sessionAffinity', 'sessionAffinityConfig'], options: ['isSticky', 'stickySeconds'] },
  externalTrafficPolicy: { fields: ['externalTrafficPolicy'], options: ['externalTrafficPolicy'] },
  internalTrafficPolicy: { fields: ['internalTrafficPolicy'], options: ['internalTrafficPolicy'] },
  publishNotReady: { fields: ['publishNotReadyAddresses'], options: ['publishNotReady'] },
  loadBalancerClass: { fields: ['loadBalancerClass'], options: ['loadBalancerClass'] },
  loadBalancerIP: { fields: ['loadBalancerIP'], options: ['loadBalancerIP'] },
  sourceRanges: { fields: ['loadBalancerSourceRanges'], options: ['sourceRanges'] },
  externalName: { fields: ['externalName'], options: ['externalName'] },
} as const satisfies Readonly<Record<string, SettingParts>>;

export type Setting = keyof typeof SETTINGS;
const SETTING_NAMES = Object.keys(SETTINGS) as Setting[];

/** What a setting is on one of the three sides, as the wizard's fields hold it; of a session affinity the seconds. */
export type SettingValue = string | boolean;

/** A setting, or one port, that someone else has changed since the draft was opened, and the draft changes too. */
export type Conflict = { readonly seen: Service } & (
  | {
      readonly about: Setting;
      readonly base: SettingValue;
      readonly wanted: SettingValue;
      readonly now: SettingValue;
    }
  | ({ readonly about: 'port' } & PortConflict)
);

/** Whose value the person wants: the one that the Service has now, or the draft's. */
export type Choice = 'theirs' | 'mine';

const heldIn = (service: Service, field: string) => fieldOf(service, field) ?? SPEC_DEFAULTS[field] ?? null;

/**
 * True when the Service is another one than the draft replaces or is to replace: someone has made it under the name.
 * Such a Service is never deleted.
 */
export function isAnotherService(draft: ExposeDraft, now: Service): boolean {
  const { opened, replaces } = draft;
  if (replaces && uidOf(replaces) !== uidOf(now)) return true;
  return opened !== undefined && uidOf(opened) !== uidOf(now) && needsReplacement(rebased(draft, now), now);
}

/**
 * What someone else has changed, since the draft was opened, in settings that the draft changes too. What the run
 * itself has set (`given`) is no such change.
 * @param now the Service as it is; `seen` of each conflict
 */
export function conflictsOf(draft: ExposeDraft, now: Service): Conflict[] {
  const { opened, given = {} } = draft;
  if (!opened) return [];
  const ports = portsOnto(draft, opened, now).conflicts.map((port) => ({ about: 'port' as const, ...port, seen: now }));
  const changed = changedFields(rebased(draft, now), now);
  const isChangedByBoth = (field: string) =>
    Object.hasOwn(changed, field) &&
    (TYPES[draft.type].makesRoute || Object.hasOwn(changedFields(draft, opened), field)) &&
    !isSameValue(heldIn(opened, field), heldIn(now, field)) &&
    !(given[field] ?? []).some((value) => holdsPlanned(now, field, value));
  const before = { ...draft, type: exposedTypeOf(opened), options: optionsOf(opened) };
  const after = { ...draft, type: exposedTypeOf(now), options: optionsOf(now) };
  return [
    ...ports,
    ...SETTING_NAMES.filter((setting) => SETTINGS[setting].fields.some(isChangedByBoth)).map((about) => ({
      about,
      base: valueOf(before, about),
      wanted: valueOf(draft, about),
      now: valueOf(after, about),
      seen: now,
    })),
  ];
}

function valueOf({ type, options }: Pick<ExposeDraft, 'type' | 'options'>, setting: Setting): SettingValue {
  if (setting === 'type') return type;
  const seconds = setting === 'isSticky' && options.isSticky ? options.stickySeconds : '';
  return seconds === '' ? options[setting] : seconds;
}

/**
 * The draft after a choice: opened, in the setting of the conflict alone, on the value that the person saw. The draft's
 * own value is then sent unless that changes again; with `theirs` it is the value that is there, which is not sent.
 */
export function settled(draft: ExposeDraft, conflict: Conflict, choice: Choice): ExposeDraft {
  const { opened } = draft;
  if (!opened) return draft;
  if (conflict.about === 'port') return settledPort(draft, opened, conflict, choice);
  const { seen, about } = conflict;
  const { fields, options } = SETTINGS[about];
  const held = Object.fromEntries(fields.map((field) => [field, fieldOf(seen, field) ?? undefined]));
  const kept = { ...draft, opened: { ...opened, spec: { ...opened.spec, ...held } } };
  if (choice === 'mine') return kept;
  const theirs = optionsOf(seen);
  return {
    ...kept,
    ...(about === 'type' ? { type: exposedTypeOf(seen) } : {}),
    options: { ...draft.options, ...Object.fromEntries(options.map((name) => [name, theirs[name]])) },
  };
}

/** A list with one port in the place of another, which is one more or one less where either is undefined. */
function withPort(ports: readonly PortDraft[], old: PortDraft | undefined, port: PortDraft | undefined): PortDraft[] {
  if (!old) return port ? [...ports, port] : [...ports];
  return ports.flatMap((held) => (isSameValue(held, old) ? (port ?? []) : held));
}

function settledPort(
  draft: ExposeDraft,
  opened: Service,
  { base, wanted, now }: PortConflict,
  choice: Choice,
): ExposeDraft {
  const ports = toServicePorts(withPort(portDraftsOf(opened), base, now), 'NodePort');
  return {
    ...draft,
    opened: { ...opened, spec: { ...opened.spec, ports } },
    ...(choice === 'theirs' ? { ports: withPort(draft.ports, wanted, now) } : {}),
  };
}
