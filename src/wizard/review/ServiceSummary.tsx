import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  useWizardContext,
} from '@patternfly/react-core';
import { TYPES } from '../../domain/k8s/exposedTypes';
import type { DraftStep } from '../../domain/draft/draftProblems';
import type { Goal } from '../../domain/draft/goal';
import { nameOf } from '../../domain/k8s/objects';
import { selectorText } from '../../domain/labels/selector';
import { portTexts } from '../../domain/service/servicePort';
import { toServicePorts } from '../../domain/service/servicePorts';
import { typeText } from '../../ui/text/typeText';
import { useText } from '../../ui/useText';

interface Row {
  readonly term: string;
  readonly value: string;
  readonly step: DraftStep;
  /** names the button for screen readers */
  readonly edit: string;
}

/** What was chosen in the steps before, each with the way back to its step. */
export const ServiceSummary = ({ goal }: { readonly goal: Goal }) => {
  const t = useText();
  const { goToStepById } = useWizardContext();
  const { draft, vms, selector } = goal;
  const { selectsPods } = TYPES[draft.type];
  const ports = portTexts({ spec: { ports: toServicePorts(draft.ports, draft.type) } }).join(', ');
  const rows: readonly Row[] = [
    { term: t('Name'), value: draft.serviceName, step: 'ports', edit: t('Edit name') },
    { term: t('Ports'), value: ports, step: 'ports', edit: t('Edit ports') },
    { term: t('Access'), value: typeText(t, draft.type).label, step: 'reach', edit: t('Edit access') },
    ...(selectsPods
      ? [
          {
            term: t('VM selection'),
            value: `${vms.map(({ seen }) => nameOf(seen.vm)).join(', ')} (${selectorText(selector)})`,
            step: 'selection' as const,
            edit: t('Edit VM selection'),
          },
        ]
      : []),
  ];
  return (
    <DescriptionList isCompact isHorizontal aria-label={t('Service')}>
      {rows
        .filter(({ value }) => value !== '')
        .map(({ term, value, step, edit }) => (
          <DescriptionListGroup key={term}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription>
              {value}{' '}
              <Button variant="link" isInline aria-label={edit} onClick={() => goToStepById(step)}>
                {t('Edit')}
              </Button>
            </DescriptionListDescription>
          </DescriptionListGroup>
        ))}
    </DescriptionList>
  );
};
