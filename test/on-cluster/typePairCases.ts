/** Which Services, types and options are tried together: every pair of types with every option that the type has. */
import { EXPOSED_TYPES, TYPES, type ExposedType } from '../../src/domain/k8s/exposedTypes';
import { NO_OPTIONS, optionFields, type ServiceOptions } from '../../src/domain/service/serviceOptions';
import { valueText } from '../../src/domain/k8s/sameValue';
import { OPTION_VALUES } from '../random/anyExpose';
import { EXISTING_KINDS, isPortless, type ExistingKind } from './existingKinds';

export interface PairCase {
  readonly kind: ExistingKind;
  readonly wanted: ExposedType;
  /** what the person sets; everything else is as the Service has it */
  readonly changes: Partial<ServiceOptions>;
}

const NAMES = Object.keys(OPTION_VALUES) as (keyof ServiceOptions)[];
/** How many options one person sets. */
const TOGETHER = 4;

interface Choice {
  readonly name: keyof ServiceOptions;
  readonly value: unknown;
}

/** The first value of each option, then the second ones: values of one option are not set together. */
const CHOICES: readonly Choice[] = [0, 1, 2, 3].flatMap((place) =>
  NAMES.flatMap((name) => {
    const value = OPTION_VALUES[name][place];
    return value === undefined ? [] : [{ name, value }];
  }),
);

/** True for an option that the wizard has for the type. Marks of the Service itself are those of a new one. */
function isOffered(name: keyof ServiceOptions, type: ExposedType, isNew: boolean): boolean {
  if (name === 'annotations') return isNew && TYPES[type].hasLoadBalancer;
  if (name === 'isOwned') return isNew && TYPES[type].isOwnable;
  const fieldsWith = (value: unknown) =>
    valueText(
      optionFields(type, { ...NO_OPTIONS, ...(name === 'stickySeconds' ? { isSticky: true } : {}), [name]: value }),
    );
  return new Set([NO_OPTIONS[name], ...OPTION_VALUES[name]].map(fieldsWith)).size > 1;
}

/** Options that can be set together: at most so many, none of them twice. */
function groups(choices: readonly Choice[]): Partial<ServiceOptions>[] {
  const found: Record<string, unknown>[] = [];
  for (const { name, value } of choices) {
    const fitting = found.find((group) => Object.keys(group).length < TOGETHER && !Object.hasOwn(group, name));
    const group = fitting ?? {};
    if (!fitting) found.push(group);
    group[name] = value;
    if (name === 'stickySeconds') group.isSticky = true;
  }
  return found;
}

const TYPES_NOW = [...new Set(EXISTING_KINDS.map(({ type }) => type))];
export const PAIRS = TYPES_NOW.flatMap((now) => EXPOSED_TYPES.map((wanted) => ({ now, wanted })));

/** Each kind as it is for each type, and each pair of types with each option, the kinds of a type taking turns. */
export const PAIR_CASES: readonly PairCase[] = PAIRS.flatMap(({ now, wanted }, pair) => {
  const kinds = EXISTING_KINDS.filter(({ type }) => type === now);
  const fit = kinds.filter((kind) => !isPortless(kind) || !TYPES[wanted].hasClusterIp);
  const offered = CHOICES.filter(({ name }) => isOffered(name, wanted, now === undefined));
  const together = groups(offered);
  return [
    ...kinds.map((kind) => ({ kind, wanted, changes: {} })),
    ...together.flatMap((changes, index) => {
      const kind = fit[(pair + index) % fit.length];
      return kind ? [{ kind, wanted, changes }] : [];
    }),
  ];
});

export const OPTIONS_TRIED = new Set(PAIR_CASES.flatMap(({ changes }) => Object.keys(changes))).size;
