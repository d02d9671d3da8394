import { Button, Form, FormFieldGroup, FormFieldGroupHeader, FormGroup, FormSelect, FormSelectOption, Grid, Label, LabelGroup } from '@patternfly/react-core';
import { PORT_PRESETS, PROTOCOLS, type PortDraft, type PortField, type Protocol } from '../domain/servicePort';
import { problemText } from '../ui/problemText';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';
import type { StepProps } from './stepProps';
import { WhichService } from './WhichService';

/** Step 1: which Service, its name and its ports. */
export const PortsStep = (props: StepProps) => {
  const t = useText();
  const { draft, problems, dispatch } = props;
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <WhichService {...props} />
      {draft.ports.map((port, index) => (
        <PortFields key={index} port={port} index={index} isOnly={draft.ports.length === 1} problems={problems} dispatch={dispatch} />
      ))}
      <div>
        <Button variant="link" isInline onClick={() => dispatch({ type: 'add-port' })}>
          {t('Add another port')}
        </Button>
      </div>
    </Form>
  );
};

interface PortFieldsProps extends Pick<StepProps, 'problems' | 'dispatch'> {
  readonly port: PortDraft;
  readonly index: number;
  readonly isOnly: boolean;
}

const PortFields = ({ port, index, isOnly, problems, dispatch }: PortFieldsProps) => {
  const t = useText();
  const change = (part: Partial<PortDraft>) => dispatch({ type: 'port', index, change: part });
  const problemOf = (field: PortField) => {
    const found = problems.find((problem) => problem.field.at === 'port' && problem.field.index === index && problem.field.field === field);
    return found ? { problem: problemText(t, found.code) } : {};
  };
  const number = index + 1;
  return (
    <FormFieldGroup
      header={
        <FormFieldGroupHeader
          titleText={{ text: t('Port {{number}}', { number }), id: `port-title-${index}` }}
          actions={
            !isOnly && (
              <Button variant="link" isDanger onClick={() => dispatch({ type: 'remove-port', index })} aria-label={t('Remove port {{number}}', { number })}>
                {t('Remove')}
              </Button>
            )
          }
        />
      }
    >
      <LabelGroup categoryName={t('Usual ports')} numLabels={PORT_PRESETS.length}>
        {PORT_PRESETS.map((preset) => (
          <Label
            key={preset.name}
            variant="outline"
            isCompact
            onClick={() => change({ name: preset.name, port: String(preset.port), targetPort: String(preset.port), protocol: 'TCP' })}
          >
            {`${preset.name} ${preset.port}`}
          </Label>
        ))}
      </LabelGroup>
      <Grid hasGutter sm={12} md={6} xl={3}>
        <TextField id={`port-${index}`} label={t('Port')} isRequired value={port.port} onChange={(value) => change({ port: value })} hint={t('What clients connect to.')} {...problemOf('port')} />
        <TextField
          id={`target-port-${index}`}
          label={t('Target port')}
          isRequired
          value={port.targetPort}
          onChange={(targetPort) => change({ targetPort })}
          hint={t('What listens in the virtual machine.')}
          {...problemOf('targetPort')}
        />
        <FormGroup label={t('Protocol')} fieldId={`protocol-${index}`}>
          <FormSelect id={`protocol-${index}`} value={port.protocol} onChange={(_event, protocol) => change({ protocol: protocol as Protocol })}>
            {PROTOCOLS.map((protocol) => (
              <FormSelectOption key={protocol} value={protocol} label={protocol} />
            ))}
          </FormSelect>
        </FormGroup>
        <TextField id={`port-name-${index}`} label={t('Port name')} isRequired={!isOnly} value={port.name} onChange={(name) => change({ name })} {...problemOf('name')} />
      </Grid>
    </FormFieldGroup>
  );
};
