import { useState, type KeyboardEvent } from 'react';
import {
  Button,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { TimesIcon } from '@patternfly/react-icons';
import { useVmPods } from '../../cluster/watch/useVmPods';
import { reachedVms } from '../../domain/draft/reachedVms';
import { exposedTypeOf } from '../../domain/k8s/exposedTypes';
import { nameOf, type Pod, type Service } from '../../domain/k8s/objects';
import { selectorText } from '../../domain/labels/selector';
import { problemText } from '../../ui/text/problemText';
import { useText, type Text } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

interface ExistingServiceProps extends StepProps {
  /** the Services that VMs can be added to */
  readonly offered: readonly Service[];
  /** called with the name of a Service, or '' for none */
  readonly onSelect: (name: string) => void;
}

const ID = 'existing-service-name';

/** The type of a Service and, where the pods could be read, how many VMs it selects. */
function aboutText(t: Text, service: Service, pods: readonly Pod[] | undefined): string {
  const type = exposedTypeOf(service);
  return pods
    ? t('{{type}}, selects {{count}} VMs by {{selector}}', {
        type,
        count: reachedVms(service, pods).length,
        selector: selectorText(service.spec?.selector ?? {}),
      })
    : t('{{type}}, selects VMs by {{selector}}', { type, selector: selectorText(service.spec?.selector ?? {}) });
}

/** Selects an existing Service by typing a part of its name, and tells which other VMs it reaches. */
const ExistingService = ({
  draft,
  resolved: { existingService },
  problems,
  tellsAll,
  offered,
  onSelect,
}: ExistingServiceProps) => {
  const t = useText();
  const { data: pods } = useVmPods(draft.namespace);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState<number>();
  const problem = problems.find(({ field }) => field.at === 'service-name');
  // before one is selected there is nothing to complain of
  const told = problem && (draft.serviceName !== '' || tellsAll) ? problemText(t, problem.code) : undefined;
  const wanted = (typed ?? '').trim().toLowerCase();
  const found = offered.filter((service) => nameOf(service).includes(wanted));
  const open = (willOpen: boolean) => {
    setOpen(willOpen);
    setActive(undefined);
    if (!willOpen) setTyped(undefined);
  };
  const select = (name: string) => {
    onSelect(name);
    open(false);
  };
  const optionId = (index: number) => `${ID}-option-${index}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(
        active === undefined ? (move > 0 ? 0 : found.length - 1) : (active + move + found.length) % found.length,
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const service = found[active ?? (wanted === '' ? -1 : 0)];
      if (isOpen && service) select(nameOf(service));
      else open(true);
    }
  };
  const others =
    existingService && pods ? reachedVms(existingService, pods).filter((name) => !draft.vmNames.includes(name)) : [];
  const hint = existingService
    ? others.length > 0
      ? t('This Service also reaches {{names}} today. Its ports and access can be changed here.', {
          names: others.join(', '),
        })
      : t('The labels that this Service selects are added to the VM. Its ports and access can be changed here.')
    : t('Select the Service that the VM joins.');
  return (
    <FormGroup label={t('Existing Service')} fieldId={ID} isRequired>
      <Select
        isOpen={isOpen}
        selected={draft.serviceName}
        onSelect={(_event, name) => select(String(name))}
        onOpenChange={(willOpen) => !willOpen && open(false)}
        variant="typeahead"
        isScrollable
        toggle={(toggleRef) => (
          <MenuToggle
            ref={toggleRef}
            variant="typeahead"
            isFullWidth
            isExpanded={isOpen}
            aria-label={t('Services')}
            onClick={() => open(!isOpen)}
            {...(told ? { status: 'danger' as const } : {})}
          >
            <TextInputGroup isPlain>
              <TextInputGroupMain
                inputId={ID}
                aria-label={t('Existing Service')}
                value={typed ?? draft.serviceName}
                onClick={() => open(true)}
                onChange={(_event, value) => {
                  setOpen(true);
                  setActive(undefined);
                  setTyped(value);
                }}
                onKeyDown={onKeyDown}
                autoComplete="off"
                placeholder={t('Select a Service')}
                role="combobox"
                isExpanded={isOpen}
                aria-controls={`${ID}-list`}
                inputProps={{
                  'aria-describedby': `${ID}-help`,
                  'aria-invalid': told !== undefined,
                }}
                {...(active === undefined ? {} : { 'aria-activedescendant': optionId(active) })}
              />
              {draft.serviceName !== '' && (
                <TextInputGroupUtilities>
                  <Button
                    variant="plain"
                    icon={<TimesIcon />}
                    aria-label={t('Clear selected Service')}
                    onClick={() => select('')}
                  />
                </TextInputGroupUtilities>
              )}
            </TextInputGroup>
          </MenuToggle>
        )}
      >
        <SelectList id={`${ID}-list`} aria-label={t('Services')}>
          {found.map((service, index) => (
            <SelectOption
              key={nameOf(service)}
              id={optionId(index)}
              value={nameOf(service)}
              isFocused={index === active}
              description={aboutText(t, service, pods)}
            >
              {nameOf(service)}
            </SelectOption>
          ))}
          {found.length === 0 && (
            <SelectOption isDisabled value="">
              {t('No results found')}
            </SelectOption>
          )}
        </SelectList>
      </Select>
      <FormHelperText>
        <HelperText id={`${ID}-help`} isLiveRegion>
          <HelperTextItem variant={told ? 'error' : 'default'}>{told ?? hint}</HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
};

export default ExistingService;
