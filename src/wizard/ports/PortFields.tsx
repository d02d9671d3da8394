import {
  Button,
  Content,
  FormFieldGroup,
  FormFieldGroupHeader,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Grid,
  Label,
  LabelGroup,
} from '@patternfly/react-core';
import { nameOf } from '../../domain/k8s/objects';
import { PORT_PRESETS } from '../../domain/service/suggestedPorts';
import { portNumber, PROTOCOLS, type PortDraft, type Protocol } from '../../domain/service/servicePort';
import { targetPortProblem, type PortField } from '../../domain/service/portProblems';
import { vmsWithoutPort, type SuggestedPort } from '../../domain/service/suggestedPorts';
import { problemText } from '../../ui/text/problemText';
import { TextField } from '../../ui/TextField';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

interface PortFieldsProps extends Pick<StepProps, 'problems' | 'dispatch' | 'vms'> {
  readonly port: PortDraft;
  readonly index: number;
  readonly isOnly: boolean;
  /** the known ports of the VMs */
  readonly suggested: readonly SuggestedPort[];
}

/** One port of the Service. */
export const PortFields = ({ port, index, isOnly, suggested, problems, dispatch, vms }: PortFieldsProps) => {
  const t = useText();
  const change = (part: Partial<PortDraft>) => dispatch({ type: 'port', index, change: part });
  const problemOf = (field: PortField) => {
    const found = problems.find(
      (problem) => problem.field.at === 'port' && problem.field.index === index && problem.field.field === field,
    );
    return found ? { problem: problemText(t, found.code) } : {};
  };
  const number = index + 1;
  const isNamed = portNumber(port.targetPort) === undefined && targetPortProblem(port.targetPort) === undefined;
  const lacking = isNamed ? vmsWithoutPort(vms, port.targetPort, port.protocol) : [];
  return (
    <FormFieldGroup
      header={
        <FormFieldGroupHeader
          titleText={{ text: t('Port {{number}}', { number }), id: `port-title-${index}` }}
          actions={
            !isOnly && (
              <Button
                variant="link"
                isDanger
                onClick={() => dispatch({ type: 'remove-port', index })}
                aria-label={t('Remove port {{number}}', { number })}
              >
                {t('Remove')}
              </Button>
            )
          }
        />
      }
    >
      {suggested.length > 0 && (
        <LabelGroup categoryName={vms.length === 1 ? t('Ports of this VM') : t('Ports of these VMs')} numLabels={10}>
          {suggested.map(({ port: number, name, protocol }) => (
            <Label
              key={`${number}/${protocol}`}
              variant="outline"
              isCompact
              onClick={() =>
                change({ name: name || port.name, port: String(number), targetPort: String(number), protocol })
              }
            >
              {`${name} ${number}/${protocol}`.trim()}
            </Label>
          ))}
        </LabelGroup>
      )}
      <LabelGroup categoryName={t('Common ports')} numLabels={PORT_PRESETS.length}>
        {PORT_PRESETS.map((preset) => (
          <Label
            key={preset.name}
            variant="outline"
            isCompact
            onClick={() =>
              change({ name: preset.name, port: String(preset.port), targetPort: String(preset.port), protocol: 'TCP' })
            }
          >
            {`${preset.name} ${preset.port}`}
          </Label>
        ))}
      </LabelGroup>
      <Grid hasGutter sm={12} md={6} xl={3}>
        <TextField
          id={`port-${index}`}
          label={t('Port')}
          isRequired
          value={port.port}
          onChange={(value) => change({ port: value })}
          hint={t('The port that clients connect to.')}
          {...problemOf('port')}
        />
        <TextField
          id={`target-port-${index}`}
          label={t('Target port')}
          isRequired
          value={port.targetPort}
          onChange={(targetPort) => change({ targetPort })}
          hint={t('The port that the guest listens on. Enter a number or a named pod port.')}
          {...problemOf('targetPort')}
        />
        <FormGroup label={t('Protocol')} fieldId={`protocol-${index}`}>
          <FormSelect
            id={`protocol-${index}`}
            value={port.protocol}
            onChange={(_event, protocol) => change({ protocol: protocol as Protocol })}
          >
            {PROTOCOLS.map((protocol) => (
              <FormSelectOption key={protocol} value={protocol} label={protocol} />
            ))}
          </FormSelect>
        </FormGroup>
        <TextField
          id={`port-name-${index}`}
          label={t('Port name')}
          isRequired={!isOnly}
          value={port.name}
          onChange={(name) => change({ name })}
          {...problemOf('name')}
        />
      </Grid>
      {lacking.length > 0 && (
        <Notice
          variant="warning"
          title={t('No port named {{name}} in the pod of: {{names}}', {
            name: port.targetPort,
            names: lacking.map(({ vm }) => nameOf(vm)).join(', '),
          })}
        >
          {t(
            'The Service leads there once the pod lists a {{protocol}} port of that name. KubeVirt takes it from the ports list of the interface when the VM starts.',
            { protocol: port.protocol },
          )}
        </Notice>
      )}
      {port.protocol === 'SCTP' && (
        <Content component="small">
          {t('The ports list of an interface cannot name SCTP: an interface that has such a list lets none through.')}
        </Content>
      )}
    </FormFieldGroup>
  );
};
