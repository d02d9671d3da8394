import { useState } from 'react';
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  ExpandableSection,
} from '@patternfly/react-core';
import { LockIcon, SearchIcon } from '@patternfly/react-icons';
import type { Failure } from '../../domain/k8s/failure';
import { ButtonLink } from '../../ui/ButtonLink';
import { failureText } from '../../ui/text/failureText';
import { ALL_PROJECTS_PATH, exposePath } from '../../ui/paths';
import { useText, type Text } from '../../ui/useText';

interface BlockedProps {
  /** absent for all projects */
  readonly namespace?: string;
  /** absent for a list of VMs */
  readonly name?: string;
  readonly hasKubeVirt: boolean;
  readonly failure: Failure | undefined;
}

type Cause = 'no-kubevirt' | 'missing' | 'forbidden' | 'all-projects' | 'failed';

function causeOf({ namespace, name, hasKubeVirt, failure }: BlockedProps): Cause {
  if (!hasKubeVirt) return 'no-kubevirt';
  if (!namespace) return 'all-projects';
  if (failure?.code === 403) return 'forbidden';
  return failure?.code === 404 && name ? 'missing' : 'failed';
}

function titleOf(t: Text, cause: Cause, { namespace, name }: BlockedProps): string {
  switch (cause) {
    case 'no-kubevirt':
      return t('This cluster has no virtual machines');
    case 'all-projects':
      return t('The virtual machines of all projects could not be read. Select a project.');
    case 'forbidden':
      return t("You don't have permission to view virtual machines in project {{namespace}}", { namespace });
    case 'missing':
      return t('Virtual machine {{name}} was not found in project {{namespace}}', { name, namespace });
    case 'failed':
      return t('The virtual machines of project {{namespace}} could not be read', { namespace });
  }
}

const LOOKS = {
  'no-kubevirt': { status: 'info' },
  missing: { icon: SearchIcon },
  forbidden: { icon: LockIcon },
  'all-projects': { status: 'danger' },
  failed: { status: 'danger' },
} as const satisfies Record<Cause, object>;

/** Shown instead of the wizard when nothing can be exposed: no KubeVirt, no such VM, no permission, no answer. */
export const Blocked = (props: BlockedProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { namespace, failure } = props;
  const cause = causeOf(props);
  return (
    <EmptyState {...LOOKS[cause]} headingLevel="h2" titleText={titleOf(t, cause, props)}>
      <EmptyStateBody>
        {cause === 'no-kubevirt' &&
          t(
            'The KubeVirt API is not available. It comes with OpenShift Virtualization, which an administrator can install.',
          )}
        {cause === 'missing' && t('It might have been deleted.')}
        {cause === 'forbidden' && t('Ask your cluster administrator for access, or select a different project.')}
        {(cause === 'all-projects' || cause === 'failed') && failure && failureText(t, failure)}
        {cause === 'forbidden' && failure && (
          <ExpandableSection
            toggleText={t('Details')}
            isExpanded={isOpen}
            onToggle={(_event, willExpand) => setOpen(willExpand)}
          >
            {failureText(t, failure)}
          </ExpandableSection>
        )}
      </EmptyStateBody>
      {namespace && (cause === 'missing' || cause === 'forbidden') && (
        <EmptyStateFooter>
          <EmptyStateActions>
            {cause === 'missing' ? (
              <ButtonLink to={exposePath(namespace)}>{t('Select a virtual machine')}</ButtonLink>
            ) : (
              <ButtonLink to={ALL_PROJECTS_PATH}>{t('Select a project')}</ButtonLink>
            )}
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
};
