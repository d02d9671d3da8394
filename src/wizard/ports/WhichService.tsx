import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Radio,
} from '@patternfly/react-core';
import { defaultTiming } from '../../domain/draft/draft';
import { usableServices } from '../../domain/draft/usableServices';
import { nameOf } from '../../domain/k8s/objects';
import { canLabelLive } from '../../domain/steps/rights';
import { selectorText } from '../../domain/labels/selector';
import { problemText } from '../../ui/text/problemText';
import { unreadText } from '../../ui/text/unreadText';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

/** A new Service with its name, or an existing one. */
export const WhichService = ({
  draft,
  proposal,
  resolved: { usesExistingService },
  draftBeforeSwitch,
  onBeforeSwitch,
  problems,
  dispatch,
  services,
  servicesFailure,
  vms,
  rights,
}: StepProps) => {
  const t = useText();
  const offered = usableServices(services);
  const problem = problems.find(({ field }) => field.at === 'service-name');
  const timing = defaultTiming(canLabelLive(rights, vms));
  const choose = (name: string) =>
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
                ? t('No Service of this project selects by labels.')
                : undefined
          }
          isDisabled={offered.length === 0 && !usesExistingService}
          isChecked={usesExistingService}
          onChange={() => {
            onBeforeSwitch(draft);
            choose('');
          }}
        />
      </FormGroup>
      {usesExistingService ? (
        <FormGroup label={t('Service')} fieldId="existing-service-name" isRequired>
          <FormSelect
            id="existing-service-name"
            value={draft.serviceName}
            onChange={(_event, name) => choose(name)}
            validated={problem ? 'error' : 'default'}
            aria-describedby="existing-service-name-help"
          >
            <FormSelectOption value="" label={t('Choose a Service')} isPlaceholder />
            {offered.map((service) => (
              <FormSelectOption
                key={nameOf(service)}
                value={nameOf(service)}
                label={`${nameOf(service)} (${selectorText(service.spec?.selector ?? {})})`}
              />
            ))}
          </FormSelect>
          <FormHelperText>
            <HelperText id="existing-service-name-help" isLiveRegion>
              <HelperTextItem variant={problem ? 'error' : 'default'}>
                {problem
                  ? problemText(t, problem.code)
                  : t('The labels that this Service selects are added. Its ports can be changed here, too.')}
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
      ) : (
        <TextField
          id="service-name"
          label={t('Service name')}
          isRequired
          value={draft.serviceName}
          onChange={(name) => dispatch({ type: 'service-name', name })}
          hint={t('Also the first part of the DNS name.')}
          {...(problem ? { problem: problemText(t, problem.code) } : {})}
        />
      )}
    </>
  );
};
