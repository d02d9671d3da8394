import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { MAX_VMS } from '../../domain/draft/vmNames';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';

interface TooManyVmsProps {
  readonly namespace: string;
  /** how many VMs the URL names */
  readonly count: number;
  /** the rest of the query, kept on the way to the picker */
  readonly presets: string;
}

/** Shown instead of the wizard when the URL names more VMs than one run can have. */
export const TooManyVms = ({ namespace, count: total, presets }: TooManyVmsProps) => {
  const t = useText();
  return (
    <EmptyState
      status="info"
      headingLevel="h2"
      titleText={t('Select up to {{most}} virtual machines', { most: MAX_VMS })}
    >
      <EmptyStateBody>{t('This link names {{count}} virtual machines.', { count: total })}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ButtonLink to={withQuery(exposePath(namespace), presets)}>{t('Select virtual machines')}</ButtonLink>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
