import { Button, Checkbox, Content, Form } from '@patternfly/react-core';
import { isAlias } from '../../domain/draft/draft';
import { shutPortsOf } from '../../domain/draft/specTiming';
import { suggestedPorts } from '../../domain/service/suggestedPorts';
import { useText } from '../../ui/useText';
import { PortFields } from './PortFields';
import type { StepProps } from '../draft/stepProps';
import { WhichService } from './WhichService';

/** Step 1: which Service, its name and its ports. */
export const PortsStep = (props: StepProps) => {
  const t = useText();
  const { draft } = props;
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <WhichService {...props} />
      {isAlias(draft) ? (
        <Content component="p">{t('An alias to an outside name has no ports.')}</Content>
      ) : (
        <Ports {...props} />
      )}
    </Form>
  );
};

const Ports = ({ draft, problems, dispatch, vms }: StepProps) => {
  const t = useText();
  const suggested = suggestedPorts(vms);
  const shut = shutPortsOf(draft, vms)
    .map(({ port, protocol }) => `${port}/${protocol}`)
    .join(', ');
  return (
    <>
      {draft.ports.map((port, index) => (
        <PortFields
          key={index}
          port={port}
          index={index}
          isOnly={draft.ports.length === 1}
          suggested={suggested}
          problems={problems}
          dispatch={dispatch}
          vms={vms}
        />
      ))}
      <div>
        <Button variant="link" isInline onClick={() => dispatch({ type: 'add-port' })}>
          {t('Add another port')}
        </Button>
      </div>
      {shut !== '' && (
        <Checkbox
          id="opens-ports"
          label={t('Add {{ports}} to the ports list of the interface (takes effect at a restart)', { ports: shut })}
          description={t(
            'The list lets nothing else through to the guest: without {{ports}} in it the Service leads nowhere.',
            { ports: shut },
          )}
          isChecked={draft.opensPorts}
          onChange={(_event, opensPorts) => dispatch({ type: 'opens-ports', opensPorts })}
        />
      )}
    </>
  );
};
