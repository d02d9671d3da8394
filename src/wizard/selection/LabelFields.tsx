import { Button, Grid, GridItem } from '@patternfly/react-core';
import { MinusCircleIcon, PlusCircleIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import type { SelectionDraft } from '../../domain/draft/draft';
import { labelValue, templateLabelsOf } from '../../domain/k8s/objects';
import { labelEffect } from '../../domain/labels/labelEffect';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';
import { LabelEffectText } from './LabelEffectText';
import { OtherLabels } from './OtherLabels';

interface LabelFieldsProps extends StepProps {
  readonly selection: Extract<SelectionDraft, { by: 'label' }>;
}

/** The key=value pairs of the selector, one row each, and the template's other labels, which can be removed. */
export const LabelFields = (props: LabelFieldsProps) => {
  const t = useText();
  const { selection, tellsAll, refusals, dispatch, vms } = props;
  // a row that was just added is blank: its problem can wait
  const [added, setAdded] = useState<{ readonly index: number; readonly refusals: number }>();
  const isNew = (index: number) => added?.index === index && added.refusals === refusals;
  const templates = vms.map(({ vm }) => templateLabelsOf(vm));
  const keys = [...new Set(templates.flatMap((labels) => Object.keys(labels)))].sort();
  return (
    <div>
      <Grid hasGutter aria-hidden className="pf-v6-u-display-none pf-v6-u-display-grid-on-md">
        <GridItem md={4} className="pf-v6-c-form__label-text">
          {t('Label key')}
        </GridItem>
        <GridItem md={4} className="pf-v6-c-form__label-text">
          {t('Label value')}
        </GridItem>
        <GridItem md={3} className="pf-v6-c-form__label-text">
          {t('Effect')}
        </GridItem>
      </Grid>
      {selection.labels.map((label, index) => (
        <LabelRow
          key={index}
          {...props}
          index={index}
          tellsAll={tellsAll && !isNew(index)}
          keys={keys}
          values={[...new Set(templates.flatMap((labels) => labelValue(labels, label.key) ?? []))]}
        />
      ))}
      <Button
        variant="link"
        icon={<PlusCircleIcon />}
        onClick={() => {
          setAdded({ index: selection.labels.length, refusals });
          dispatch({ type: 'add-label' });
        }}
      >
        {t('Add label')}
      </Button>
      <OtherLabels {...props} keys={keys.filter((key) => !selection.labels.some((label) => label.key === key))} />
    </div>
  );
};

interface LabelRowProps extends LabelFieldsProps {
  readonly index: number;
  /** keys of the templates, to choose from */
  readonly keys: readonly string[];
  /** values that the key has in the templates */
  readonly values: readonly string[];
}

/** One label of the selector in a row: key, value, and what that does to the VMs. */
const LabelRow = ({ selection, index, keys, values, problems, tellsAll, dispatch, vms }: LabelRowProps) => {
  const t = useText();
  const problemOf = useProblemOf({ problems, tellsAll });
  const problemAt = (part: 'key' | 'value') =>
    problemOf((field) => field.at === 'label' && field.index === index && field.field === part);
  const { key = '', value = '' } = selection.labels[index] ?? {};
  const isWrong = problems.some(({ field }) => field.at === 'label' && field.index === index);
  const number = index + 1;
  return (
    <Grid hasGutter role="group" aria-label={t('Label {{number}}', { number })} className="pf-v6-u-mt-sm">
      <GridItem span={6} md={4}>
        <TextField
          id={`label-key-${index}`}
          label={t('Label key')}
          isCell
          value={key}
          list={keys}
          onChange={(next) => dispatch({ type: 'label', index, change: { key: next } })}
          {...problemAt('key')}
        />
      </GridItem>
      <GridItem span={6} md={4}>
        <TextField
          id={`label-value-${index}`}
          label={t('Label value')}
          isCell
          value={value}
          list={values}
          onChange={(next) => dispatch({ type: 'label', index, change: { value: next } })}
          {...problemAt('value')}
        />
      </GridItem>
      <GridItem span={10} md={3} className="pf-v6-u-align-self-center">
        {!isWrong && <LabelEffectText effect={labelEffect(vms, key, value, selection.timing)} />}
      </GridItem>
      {selection.labels.length > 1 && (
        <GridItem span={1}>
          <Button
            variant="plain"
            icon={<MinusCircleIcon />}
            onClick={() => dispatch({ type: 'remove-label', index })}
            aria-label={t('Remove label {{number}}', { number })}
          />
        </GridItem>
      )}
    </Grid>
  );
};
