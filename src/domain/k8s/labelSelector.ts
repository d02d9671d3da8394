import { labelValue, type Labels } from './objects';

/** A LabelSelector of meta/v1; every field may be missing. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** One condition of a selector; `matchLabels` are conditions `In` of one value. */
export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** All conditions of a selector; none at all when it is empty, which selects everything. */
export const requirementsOf = ({ matchLabels, matchExpressions }: LabelSelector): Requirement[] => [
  ...Object.entries(matchLabels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
  ...(matchExpressions ?? []).map(({ key, operator, values }) => ({ key, operator, values: values ?? [] })),
];

/**
 * True when labels meet one condition; `NotIn` is met by labels that lack the key (apimachinery
 * `labels.Requirement.Matches`).
 */
export function isRequirementMet({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = labelValue(labels, key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** True when labels meet every condition of the selector. */
export const matchesLabelSelector = (selector: LabelSelector, labels: Labels): boolean =>
  requirementsOf(selector).every((requirement) => isRequirementMet(requirement, labels));
