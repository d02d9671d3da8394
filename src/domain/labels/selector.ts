import { labelKeyProblem, labelValueProblem, type LabelProblemCode } from './labels';
import { labelValue, type Labels } from '../k8s/objects';

/** A key of a selector that the labels do not satisfy; `actual` is absent when the key is not there at all. */
export interface SelectorDifference {
  readonly key: string;
  readonly needed: string;
  readonly actual?: string;
}

/**
 * The keys of an equality selector (a Service's `.spec.selector`) that `labels` do not satisfy; empty when it selects.
 */
export const selectorDifferences = (selector: Labels, labels: Labels): SelectorDifference[] =>
  Object.entries(selector)
    .map(([key, needed]) => ({ key, needed, actual: labelValue(labels, key) }))
    .filter(({ needed, actual }) => actual !== needed)
    .map(({ key, needed, actual }) => ({ key, needed, ...(actual === undefined ? {} : { actual }) }));

/**
 * True when an equality selector matches. An empty selector matches nothing here: a Service without one gets no
 * endpoints from the endpoint controllers.
 */
export const selects = (selector: Labels, labels: Labels): boolean =>
  Object.keys(selector).length > 0 &&
  Object.entries(selector).every(([key, needed]) => labelValue(labels, key) === needed);

/** `key=value,key=value`, as a label selector is written. */
export const selectorText = (selector: Labels): string =>
  Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

/**
 * Also true for keys that are not allowed in a template: by default, the Service selects a label that KubeVirt sets.
 */
const NOT_OF_GRAMMAR: readonly (LabelProblemCode | undefined)[] = [
  undefined,
  'label.key.reserved',
  'label.key.volatile',
  'label.key.fixed',
];

/**
 * True when the API server takes the labels as a label selector: there are some, and each key and value is of the right
 * grammar. Another one is answered with 400, the empty one with everything.
 */
export const isValidSelector = (selector: Labels): boolean =>
  Object.keys(selector).length > 0 &&
  Object.entries(selector).every(
    ([key, value]) => NOT_OF_GRAMMAR.includes(labelKeyProblem(key)) && labelValueProblem(value) === undefined,
  );
