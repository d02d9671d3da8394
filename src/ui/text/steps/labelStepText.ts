import { selectorText } from '../../../domain/labels/selector';
import type { ChangedLabel, ChangedLabels } from '../../../domain/steps/objectChange';
import type { Text } from '../../useText';
import { ABSENT, changeText } from './changeText';

/** What a patch does to all of its labels alike; `change` where it does different things. */
type LabelWork = 'add' | 'replace' | 'remove' | 'change';

const workOf = ({ before, after }: ChangedLabel): LabelWork =>
  after === null ? 'remove' : before === null ? 'add' : 'replace';

function allOf(labels: readonly ChangedLabel[]): LabelWork {
  const [work = 'change', ...others] = [...new Set(labels.map(workOf))];
  return others.length === 0 ? work : 'change';
}

/** `key=value` of a label that comes or goes, `key: old → new` of one that is replaced. */
function valueText(work: LabelWork, { key, before, after }: ChangedLabel): string {
  if (work === 'add') return selectorText({ [key]: after ?? '' });
  if (work === 'remove') return before === null ? key : selectorText({ [key]: before });
  return changeText(key, before ?? ABSENT, after ?? ABSENT);
}

/**
 * What a patch of labels does, as one sentence with the old values.
 * @param name of the VM, or of the pod where it is labelled itself
 */
export function labelStepText(t: Text, { layer, labels }: ChangedLabels, name: string): string {
  const work = allOf(labels);
  const values = { name, count: labels.length, labels: labels.map((label) => valueText(work, label)).join(', ') };
  switch (layer) {
    case 'template':
      return inTemplate(t, work, values);
    case 'vmi':
      return onInstance(t, work, values);
    case 'pod':
      return onPod(t, work, values);
  }
}

interface Values {
  readonly name: string;
  readonly count: number;
  readonly labels: string;
}

function inTemplate(t: Text, work: LabelWork, { count: many, ...values }: Values): string {
  switch (work) {
    case 'add':
      return t('Add label {{labels}} to the template of {{name}}', {
        count: many,
        ...values,
      });
    case 'replace':
      return t('Replace label {{labels}} in the template of {{name}}', {
        count: many,
        ...values,
      });
    case 'remove':
      return t('Remove label {{labels}} from the template of {{name}}', {
        count: many,
        ...values,
      });
    case 'change':
      return t('Change labels in the template of {{name}}: {{labels}}', values);
  }
}

function onInstance(t: Text, work: LabelWork, { count: many, ...values }: Values): string {
  switch (work) {
    case 'add':
      return t('Add label {{labels}} to the running instance of {{name}}', {
        count: many,
        ...values,
      });
    case 'replace':
      return t('Replace label {{labels}} on the running instance of {{name}}', {
        count: many,
        ...values,
      });
    case 'remove':
      return t('Remove label {{labels}} from the running instance of {{name}}', {
        count: many,
        ...values,
      });
    case 'change':
      return t('Change labels on the running instance of {{name}}: {{labels}}', values);
  }
}

function onPod(t: Text, work: LabelWork, { count: many, ...values }: Values): string {
  switch (work) {
    case 'add':
      return t('Add label {{labels}} to the running pod {{name}}', {
        count: many,
        ...values,
      });
    case 'replace':
      return t('Replace label {{labels}} on the running pod {{name}}', {
        count: many,
        ...values,
      });
    case 'remove':
      return t('Remove label {{labels}} from the running pod {{name}}', {
        count: many,
        ...values,
      });
    case 'change':
      return t('Change labels on the running pod {{name}}: {{labels}}', values);
  }
}
