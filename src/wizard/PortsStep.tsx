import { Button, Checkbox, Content, Form, FormFieldGroup, FormFieldGroupHeader, FormGroup, FormSelect, FormSelectOption, Grid, Label, LabelGroup } from '@patternfly/react-core';
import { nameOf } from '../domain/objects';
import { lackingNamedPort, suggestedPorts, type SuggestedPort } from '../domain/suggestedPorts';
import { liveVmi, type SeenVm } from '../domain/seen';
import { shutPorts, type OpenPort } from '../domain/templateSpec';
import { portNumber, PORT_PRESETS, PROTOCOLS, type PortDraft, type PortField, type Protocol } from '../domain/servicePort';
import { problemText } from '../ui/problemText';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';
import type { StepProps } from './stepProps';
import { WhichService } from './WhichService';

/** Step 1: which Service, its name and its ports. */
export const PortsStep = (props: StepProps) => {
  const t = useText();
  const { draft, problems, dispatch, vms } = props;
  const suggested = suggestedPorts(vms);
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <WhichService {...props} />
      {draft.ports.map((port, index) => (
        <PortFields key={index} port={port} index={index} isOnly={draft.ports.length === 1} problems={problems} dispatch={dispatch} suggested={suggested} vms={vms} />
      ))}
      <OpenPorts {...props} />
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
  readonly suggested: readonly SuggestedPort[];
  readonly vms: readonly SeenVm[];
}

/** The target ports that the interface does not let through to some of the VMs, each once. */
const shutOn = (draft: StepProps['draft'], vms: readonly SeenVm[]): OpenPort[] => {
  const all = vms.flatMap((vm) => {
    const spec = liveVmi(vm)?.spec ?? vm.vm.spec.template?.spec;
    return spec ? shutPorts(draft, spec) : [];
  });
  return [...new Map(all.map((port) => [`${port.port}/${port.protocol}`, port])).values()];
};

/** Offers to open the ports that the interface's list does not let through: without that, nothing arrives at the guest. */
const OpenPorts = ({ draft, dispatch, vms }: StepProps) => {
  const t = useText();
  const shut = shutOn(draft, vms).map(({ port, protocol }) => `${port}/${protocol}`).join(', ');
  return (
    <>
      {(shut !== '' || draft.opensPorts) && (
        <Checkbox
          id="open-ports"
          label={shut === '' ? t('Add the target ports to the ports list of the network interface') : t('Add {{ports}} to the ports list of the network interface', { ports: shut })}
          description={t('The interface lets only listed ports through to the guest. A longer list takes effect when the virtual machine is restarted.')}
          isChecked={draft.opensPorts}
          onChange={(_event, opensPorts) => dispatch({ type: 'open-ports', opensPorts })}
        />
      )}
      {draft.ports.some(({ protocol }) => protocol === 'SCTP') && (
        <Content component="small">{t('The ports list of a network interface knows TCP and UDP only: where there is one, SCTP does not get through.')}</Content>
      )}
    </>
  );
};

const PortFields = ({ port, index, isOnly, problems, dispatch, suggested, vms }: PortFieldsProps) => {
  const t = useText();
  const change = (part: Partial<PortDraft>) => dispatch({ type: 'port', index, change: part });
  const problemOf = (field: PortField) => {
    const found = problems.find((problem) => problem.field.at === 'port' && problem.field.index === index && problem.field.field === field);
    return found ? { problem: problemText(t, found.code) } : {};
  };
  const number = index + 1;
  const isNamed = port.targetPort !== '' && portNumber(port.targetPort) === undefined && !('problem' in problemOf('targetPort'));
  const lacking = isNamed ? lackingNamedPort(vms, port.targetPort, port.protocol).map(({ vm }) => nameOf(vm)) : [];
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
      {suggested.length > 0 && (
        <LabelGroup categoryName={t('Ports that the virtual machine names')} numLabels={8}>
          {suggested.map(({ name, port: guest, protocol }) => (
            <Label
              key={`${guest}/${protocol}`}
              variant="outline"
              color="blue"
              isCompact
              onClick={() => change({ ...(name ? { name } : {}), port: String(guest), targetPort: String(guest), protocol })}
            >
              {[name, `${guest}/${protocol}`].filter(Boolean).join(' ')}
            </Label>
          ))}
        </LabelGroup>
      )}
      <Grid hasGutter sm={12} md={6} xl={3}>
        <TextField id={`port-${index}`} label={t('Port')} isRequired value={port.port} onChange={(value) => change({ port: value })} hint={t('What clients connect to.')} {...problemOf('port')} />
        <TextField
          id={`target-port-${index}`}
          label={t('Target port')}
          isRequired
          value={port.targetPort}
          onChange={(targetPort) => change({ targetPort })}
          hint={
            lacking.length > 0
              ? t('No port of the pod has this name, so on {{names}} it leads nowhere. A number works always.', { names: lacking.join(', ') })
              : t('What listens in the virtual machine.')
          }
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
