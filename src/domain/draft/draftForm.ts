import { EXPOSED_TYPES } from '../k8s/exposedTypes';
import {
  hasFields,
  isAbsentOr,
  isBoolean,
  isJsonObject,
  isLike,
  isListOf,
  isMapOf,
  isOneOf,
  isText,
  type Check,
  type ChecksOf,
} from './form';
import type { LabelTiming } from '../labels/timing';
import { NEW_ROUTE, ROUTE_TERMINATIONS } from '../service/routeDraft';
import { NO_OPTIONS } from '../service/serviceOptions';
import { PROTOCOLS, type PortDraft } from '../service/servicePort';
import type { ExposeDraft, LabelDraft, SelectionDraft, SpecTiming } from './draft';

const namesOf = (names: Readonly<Record<string, true>>): Check => isOneOf(Object.keys(names));
const isLabelTiming = namesOf({
  live: true,
  restart: true,
  'next-restart': true,
  'pod-only': true,
} satisfies Record<LabelTiming, true>);
const isSpecTiming = namesOf({ restart: true, 'next-restart': true } satisfies Record<SpecTiming, true>);

const isPort = hasFields({
  name: isText,
  port: isText,
  targetPort: isText,
  protocol: isOneOf(PROTOCOLS),
  nodePort: isText,
} satisfies ChecksOf<PortDraft>);

const isLabel = hasFields({ key: isText, value: isText } satisfies ChecksOf<LabelDraft>);
const SELECTIONS: Readonly<Record<SelectionDraft['by'], Check>> = {
  'vm-identity': () => true,
  label: hasFields({ labels: isListOf(isLabel), removed: isListOf(isText), timing: isLabelTiming }),
  service: hasFields({ timing: isLabelTiming }),
};
const isSelection: Check = (value) =>
  Object.entries(SELECTIONS).some(([by, check]) => isJsonObject(value) && value.by === by && check(value));

const isDraft = hasFields({
  namespace: isText,
  vmNames: isListOf(isText),
  serviceName: isText,
  type: isOneOf(EXPOSED_TYPES),
  ports: isListOf(isPort),
  options: isLike(NO_OPTIONS),
  route: (route) => isLike(NEW_ROUTE)(route) && hasFields({ termination: isOneOf(ROUTE_TERMINATIONS) })(route),
  opensPorts: isBoolean,
  selection: isSelection,
  hostname: isText,
  specTiming: isSpecTiming,
  replaces: isAbsentOr(isJsonObject),
  opened: isAbsentOr(isJsonObject),
  given: isAbsentOr(isMapOf(isListOf(() => true))),
  made: isAbsentOr(isListOf(isJsonObject)),
} satisfies ChecksOf<ExposeDraft>);

/** True for a draft with all the fields that this version of the plugin has; what was kept by another may lack some. */
export const isExposeDraft = (value: unknown): value is ExposeDraft => isDraft(value);
