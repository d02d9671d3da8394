import type { ReactNode } from 'react';
import {
  Button,
  Content,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { DisconnectedIcon } from '@patternfly/react-icons';
import { startObstacle } from '../domain/kubevirt/lifecycle';
import { labelsOf, nameOf, namespaceOf } from '../domain/k8s/objects';
import type { Rights } from '../domain/k8s/rights';
import { isRestartUnderWay, livePod, liveVmi, type SeenVm } from '../domain/k8s/seen';
import { selectorText } from '../domain/labels/selector';
import { loadPart } from '../host/loadPart';
import { ButtonLink } from '../ui/ButtonLink';
import { servicesPath } from '../ui/paths';
import { lifecycleText } from '../ui/text/lifecycleText';
import { useText } from '../ui/useText';
import type { StepsTask } from '../service-parts/steps/stepsTask';

interface NoServiceProps {
  readonly vm: SeenVm;
  /** how many Services the project has */
  readonly serviceCount: number;
  /** the way to expose the VM */
  readonly action: ReactNode;
  /** undefined when they are unknown: nothing is shown as denied then */
  readonly rights: Rights | undefined;
  readonly onTask: (task: StepsTask) => void;
}

/** Says that no Service reaches the VM, why, and what can be done about it. */
export const NoService = ({ vm, serviceCount, action, rights, onTask }: NoServiceProps) => {
  const t = useText();
  const name = nameOf(vm.vm);
  const namespace = namespaceOf(vm.vm);
  const isStopped = !liveVmi(vm) && !isRestartUnderWay(vm);
  const ownLabels = selectorText(labelsOf(vm.vm));
  return (
    <EmptyState
      headingLevel="h3"
      icon={DisconnectedIcon}
      titleText={vm.arePodsUnknown ? t('No Services found for this VM') : t('No Services reach this VM')}
    >
      <EmptyStateBody>
        <Content component="p">
          {vm.arePodsUnknown
            ? t('Its pod could not be read, so it was not checked which Services select it.')
            : isStopped
              ? t('{{name}} is stopped. You can expose it now; it becomes reachable when it starts.', { name })
              : !livePod(vm)
                ? t('The VM has no running pod that a Service could select.')
                : t('{{count}} Services exist in project {{namespace}}; none selects this VM.', {
                    count: serviceCount,
                    namespace,
                  })}
        </Content>
        {ownLabels && (
          <Content component="p">
            {t(
              'Labels on the VirtualMachine ({{labels}}) are not copied to its pod. Services can select only labels in spec.template.metadata.labels.',
              { labels: ownLabels },
            )}
          </Content>
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {action}
          {isStopped && <StartButton vm={vm} rights={rights} onTask={onTask} />}
        </EmptyStateActions>
        {serviceCount > 0 && (
          <EmptyStateActions>
            <ButtonLink to={servicesPath(namespace)} variant="link">
              {t('View Services in {{namespace}}', { namespace })}
            </ButtonLink>
          </EmptyStateActions>
        )}
      </EmptyStateFooter>
    </EmptyState>
  );
};

/** Opens the review of a start; disabled with the reason where the VM cannot be started. */
const StartButton = ({ vm, rights, onTask }: Pick<NoServiceProps, 'vm' | 'rights' | 'onTask'>) => {
  const t = useText();
  const obstacle = startObstacle(vm);
  const reason = obstacle
    ? lifecycleText(t, obstacle, nameOf(vm.vm))
    : rights && !rights.startVm
      ? t("You don't have permission to start this VM.")
      : undefined;
  const task: StepsTask = {
    title: t('Start VM'),
    vmName: nameOf(vm.vm),
    // fetched with the click
    plan: async () => (await loadPart(() => import('../service-parts/steps/restartSteps'))).startSteps(vm),
  };
  return (
    <>
      <Button variant="secondary" isDisabled={reason !== undefined} onClick={() => onTask(task)}>
        {t('Start VM')}
      </Button>
      {reason && <Content component="small">{reason}</Content>}
    </>
  );
};
