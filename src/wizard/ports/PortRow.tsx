import { Button, FormSelect, FormSelectOption, Grid, GridItem } from '@patternfly/react-core';
import { MinusCircleIcon } from '@patternfly/react-icons';
import { PROTOCOLS, type PortDraft, type Protocol } from '../../domain/service/servicePort';
import type { PortField } from '../../domain/service/portProblems';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

interface PortRowProps extends Pick<StepProps, 'problems' | 'tellsAll' | 'dispatch'> {
  /** as it was typed */
  readonly port: PortDraft;
  /** the same with what is derived where it is blank */
  readonly derived: PortDraft | undefined;
  readonly index: number;
  readonly isOnly: boolean;
}

/** One port of the Service in one row; in a narrow window, two rows of two fields. */
export const PortRow = ({ port, derived = port, index, isOnly, dispatch, ...shown }: PortRowProps) => {
  const t = useText();
  const problemOf = useProblemOf(shown);
  const problemAt = (name: PortField) =>
    problemOf((field) => field.at === 'port' && field.index === index && field.field === name);
  const change = (part: Partial<PortDraft>) => dispatch({ type: 'port', index, change: part });
  const number = index + 1;
  return (
    <Grid hasGutter role="group" aria-label={t('Port {{number}}', { number })}>
      <GridItem span={6} md={3}>
        <TextField
          id={`port-${index}`}
          label={t('Port')}
          isCell
          value={port.port}
          onChange={(value) => change({ port: value })}
          {...problemAt('port')}
        />
      </GridItem>
      <GridItem span={6} md={3}>
        <TextField
          id={`target-port-${index}`}
          label={t('Target port')}
          isCell
          value={port.targetPort}
          placeholder={derived.targetPort}
          onChange={(targetPort) => change({ targetPort })}
          {...problemAt('targetPort')}
        />
      </GridItem>
      <GridItem span={6} md={2}>
        <span aria-hidden className="pf-v6-c-form__label-text pf-v6-u-display-none-on-md">
          {t('Protocol')}
        </span>
        <FormSelect
          id={`protocol-${index}`}
          aria-label={t('Protocol')}
          value={port.protocol}
          onChange={(_event, protocol) => change({ protocol: protocol as Protocol })}
        >
          {PROTOCOLS.map((protocol) => (
            <FormSelectOption key={protocol} value={protocol} label={protocol} />
          ))}
        </FormSelect>
      </GridItem>
      <GridItem span={isOnly ? 6 : 5} md={3}>
        <TextField
          id={`port-name-${index}`}
          label={t('Port name')}
          isCell
          value={port.name}
          placeholder={derived.name}
          onChange={(name) => change({ name })}
          {...problemAt('name')}
        />
      </GridItem>
      {!isOnly && (
        <GridItem span={1} className="pf-v6-u-align-self-flex-end">
          <Button
            variant="plain"
            icon={<MinusCircleIcon />}
            onClick={() => dispatch({ type: 'remove-port', index })}
            aria-label={t('Remove port {{number}}', { number })}
          />
        </GridItem>
      )}
    </Grid>
  );
};
