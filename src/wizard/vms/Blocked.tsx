import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import type { Failure } from '../../domain/k8s/failure';
import { ButtonLink } from '../../ui/ButtonLink';
import { failureText } from '../../ui/text/failureText';
import { exposePath } from '../../ui/paths';
import { useText, type Text } from '../../ui/useText';

interface BlockedProps {
  /** absent for all projects */
  readonly namespace?: string;
  /** absent for a list of VMs */
  readonly name?: string;
  readonly hasKubeVirt: boolean;
  readonly failure: Failure | undefined;
}

function titleOf(t: Text, { namespace, name, hasKubeVirt, failure }: BlockedProps): string {
  if (!hasKubeVirt) return t('This cluster has no virtual machines');
  if (!namespace) return t('The virtual machines of all projects could not be read. Choose one project.');
  if (failure?.code === 403)
    return t("You don't have permission to view virtual machines in project {{namespace}}", { namespace });
  if (failure?.code === 404 && name)
    return t('There is no virtual machine {{name}} in project {{namespace}}', { name, namespace });
  return t('The virtual machines of project {{namespace}} could not be read', { namespace });
}

/** Shown instead of the wizard when nothing can be exposed: no KubeVirt, no such VM, no permission, no answer. */
export const Blocked = (props: BlockedProps) => {
  const t = useText();
  const { namespace, name, hasKubeVirt, failure } = props;
  return (
    <EmptyState
      status={failure?.code === 404 || !hasKubeVirt ? 'info' : 'danger'}
      headingLevel="h2"
      titleText={titleOf(t, props)}
    >
      <EmptyStateBody>
        {hasKubeVirt
          ? failure && failureText(t, failure)
          : t(
              'The KubeVirt API is not there. It comes with OpenShift Virtualization, which an administrator can install.',
            )}
      </EmptyStateBody>
      {namespace && name && failure?.code === 404 && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <ButtonLink to={exposePath(namespace)}>{t('Choose another virtual machine')}</ButtonLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
};
