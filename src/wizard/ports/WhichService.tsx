import { FormGroup, Radio } from '@patternfly/react-core';
import { defaultTiming } from '../../domain/draft/draft';
import { usableServices } from '../../domain/draft/usableServices';
import { nameOf } from '../../domain/k8s/objects';
import { canLabelLive, rightsToPlan } from '../../domain/steps/rights';
import { unreadText } from '../../ui/text/unreadText';
import { lazyPart } from '../../ui/loading/lazyPart';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

// most users create a Service
const ExistingService = lazyPart(() => import('./ExistingService'));

/** A new Service with its name, or an existing one. */
export const WhichService = (props: StepProps) => {
  const t = useText();
  const { servicesFailure, vms, rights, isRequest } = props;
  const { draft, proposal, draftBeforeSwitch, onBeforeSwitch, dispatch, services } = props;
  const { usesExistingService } = props.resolved;
  const problemOf = useProblemOf(props);
  const offered = usableServices(services);
  const timing = defaultTiming(canLabelLive(rightsToPlan(rights, isRequest), vms));
  const select = (name: string) =>
    dispatch({ type: 'join', service: offered.find((service) => nameOf(service) === name), timing });
  return (
    <>
      <FormGroup role="radiogroup" isInline fieldId="which-service" label={t('Service')}>
        <Radio
          id="new-service"
          name="which-service"
          label={t('Create a Service')}
          isChecked={!usesExistingService}
          onChange={() =>
            dispatch({
              type: 'new-service',
              draft: draftBeforeSwitch.selection.by === 'service' ? proposal : draftBeforeSwitch,
            })
          }
        />
        <Radio
          id="existing-service"
          name="which-service"
          label={t('Use an existing Service')}
          description={
            servicesFailure
              ? unreadText(t, 'Services', servicesFailure)
              : offered.length === 0
                ? t('No Service in this project has a selector.')
                : undefined
          }
          isDisabled={offered.length === 0 && !usesExistingService}
          isChecked={usesExistingService}
          onChange={() => {
            onBeforeSwitch(draft);
            select('');
          }}
        />
      </FormGroup>
      {usesExistingService ? (
        <ExistingService {...props} offered={offered} onSelect={select} />
      ) : (
        <TextField
          id="service-name"
          label={t('Service name')}
          isRequired
          value={draft.serviceName}
          onChange={(name) => dispatch({ type: 'service-name', name })}
          hint={t('Also the first part of the DNS name: {{dnsName}}', {
            dnsName: `${draft.serviceName}.${draft.namespace}.svc`,
          })}
          {...problemOf(({ at }) => at === 'service-name')}
        />
      )}
    </>
  );
};
