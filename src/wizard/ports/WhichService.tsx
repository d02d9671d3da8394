import { traitsOf } from '../../domain/k8s/exposedTypes';
import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Radio,
} from '@patternfly/react-core';
import { defaultTiming, isJoining } from '../../domain/draft/draft';
import { nameOf, type Service } from '../../domain/k8s/objects';
import { canLabelLive } from '../../domain/steps/rights';
import { selectorText } from '../../domain/labels/selector';
import { problemText } from '../../ui/text/problemText';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

/** Services that VMs could be added to: those that select by labels. An ExternalName leads elsewhere, whatever selector it has. */
const joinable = (services: readonly Service[]): Service[] =>
  services
    .filter((service) => traitsOf(service).selectsPods && Object.keys(service.spec?.selector ?? {}).length > 0)
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));

/** A new Service with its name, or one that is there already. */
export const WhichService = ({
  draft,
  proposal,
  draftBeforeSwitch,
  onBeforeSwitch,
  problems,
  dispatch,
  services,
  vms,
  rights,
}: StepProps) => {
  const t = useText();
  const isExisting = isJoining(draft);
  const offered = joinable(services);
  const problem = problems.find(({ field }) => field.at === 'service-name');
  const timing = defaultTiming(canLabelLive(rights, vms));
  const choose = (name: string) =>
    dispatch({ type: 'join', service: offered.find((service) => nameOf(service) === name), timing });
  return (
    <>
      <FormGroup role="radiogroup" isInline fieldId="which-service" label={t('Which Service?')}>
        <Radio
          id="new-service"
          name="which-service"
          label={t('A new one')}
          isChecked={!isExisting}
          onChange={() =>
            dispatch({ type: 'new-service', draft: isJoining(draftBeforeSwitch) ? proposal : draftBeforeSwitch })
          }
        />
        <Radio
          id="existing-service"
          name="which-service"
          label={t('One that is there')}
          description={offered.length === 0 ? t('No Service of this project selects by labels.') : undefined}
          isDisabled={offered.length === 0 && !isExisting}
          isChecked={isExisting}
          onChange={() => {
            onBeforeSwitch(draft);
            choose('');
          }}
        />
      </FormGroup>
      {isExisting ? (
        <FormGroup label={t('Service')} fieldId="joined-service" isRequired>
          <FormSelect
            id="joined-service"
            value={draft.serviceName}
            onChange={(_event, name) => choose(name)}
            validated={problem ? 'error' : 'default'}
            aria-describedby="joined-service-help"
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
            <HelperText id="joined-service-help" isLiveRegion>
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
          hint={t('The DNS name begins with it.')}
          {...(problem ? { problem: problemText(t, problem.code) } : {})}
        />
      )}
    </>
  );
};
