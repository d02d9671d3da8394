import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { DisconnectedIcon } from '@patternfly/react-icons';
import { ButtonLink } from '../ui/ButtonLink';
import { ALL_PROJECTS_PATH, exposePath, vmListPath } from '../ui/paths';
import { useText } from '../ui/useText';

interface NothingExposedProps {
  /** undefined for all projects */
  readonly namespace: string | undefined;
  readonly vmCount: number;
  readonly hasKubeVirt: boolean;
  /** shows the VMs that are not exposed */
  readonly onShowVms: () => void;
}

/** Stands in the place of the table where no Service has to do with a VM, with the way on. */
const NothingExposed = ({ namespace, vmCount, hasKubeVirt, onShowVms }: NothingExposedProps) => {
  const t = useText();
  if (!hasKubeVirt) {
    return (
      <EmptyState headingLevel="h2" status="info" titleText={t('This cluster has no virtual machines')}>
        <EmptyStateBody>
          {t('The KubeVirt API is not available. Ask a cluster administrator to install OpenShift Virtualization.')}
        </EmptyStateBody>
      </EmptyState>
    );
  }
  if (vmCount === 0) {
    return (
      <EmptyState
        headingLevel="h2"
        icon={DisconnectedIcon}
        titleText={namespace ? t('No virtual machines in {{namespace}}', { namespace }) : t('No virtual machines')}
      >
        <EmptyStateBody>{t('Create a virtual machine, or select another project.')}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <ButtonLink to={vmListPath(namespace)}>{t('View VirtualMachines')}</ButtonLink>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      headingLevel="h2"
      icon={DisconnectedIcon}
      titleText={namespace ? t('No VMs are exposed in {{namespace}}', { namespace }) : t('No VMs are exposed')}
    >
      <EmptyStateBody>{t('Expose a VM to give it an IP address and a DNS name.')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ButtonLink to={namespace ? exposePath(namespace) : ALL_PROJECTS_PATH}>{t('Expose VM')}</ButtonLink>
        </EmptyStateActions>
        <EmptyStateActions>
          <Button variant="link" onClick={onShowVms}>
            {t('Show VMs that are not exposed')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

export default NothingExposed;
