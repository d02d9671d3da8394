import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { MAX_VMS, MAX_VMS_EACH } from '../../domain/draft/vmNames';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposeEachPath, exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';

interface TooManyVmsProps {
  readonly namespace: string;
  /** the VMs that the URL names */
  readonly vmNames: readonly string[];
  /** the rest of the query, kept on the way to the picker */
  readonly presets: string;
  /** true when each VM was to get a Service of its own */
  readonly isForEach: boolean;
}

/** Shown instead of the wizard when the URL names more VMs than one run can have. */
export const TooManyVms = ({ namespace, vmNames, presets, isForEach }: TooManyVmsProps) => {
  const t = useText();
  const total = vmNames.length;
  const canBeEach = !isForEach && total <= MAX_VMS_EACH;
  return (
    <EmptyState
      status="info"
      headingLevel="h2"
      titleText={t('Select up to {{most}} virtual machines', { most: isForEach ? MAX_VMS_EACH : MAX_VMS })}
    >
      <EmptyStateBody>{t('This link names {{count}} virtual machines.', { count: total })}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {canBeEach && (
            <ButtonLink to={withQuery(exposeEachPath(namespace, ...vmNames), presets)}>
              {t('Create one Service for each VM')}
            </ButtonLink>
          )}
          <ButtonLink to={withQuery(exposePath(namespace), presets)} variant={canBeEach ? 'secondary' : 'primary'}>
            {t('Select virtual machines')}
          </ButtonLink>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
