import { Button, Content } from '@patternfly/react-core';
import { restartObstacle } from '../domain/kubevirt/lifecycle';
import { nameOf } from '../domain/k8s/objects';
import { pendingLabels } from '../domain/plan/pendingLabels';
import type { SeenVm } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { selectorText } from '../domain/labels/selector';
import { loadPart } from '../host/loadPart';
import { lifecycleText } from '../ui/text/lifecycleText';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import type { StepsTask } from '../service-parts/steps/stepsTask';

interface PendingLabelsProps {
  readonly vm: SeenVm;
  /** undefined when they are unknown: nothing is shown as denied then */
  readonly rights: Rights | undefined;
  readonly onTask: (task: StepsTask) => void;
}

/** Says which labels of the template require a restart, and offers it; renders nothing when none does. */
export const PendingLabels = ({ vm, rights, onTask }: PendingLabelsProps) => {
  const t = useText();
  const name = nameOf(vm.vm);
  const labels = selectorText(pendingLabels(vm));
  if (!labels) return null;
  const obstacle = restartObstacle(vm);
  const reason = obstacle
    ? lifecycleText(t, obstacle, name)
    : rights && !rights.restartVm
      ? t("You don't have permission to restart this VM.")
      : undefined;
  const task: StepsTask = {
    title: t('Restart VM'),
    vmName: name,
    // fetched with the click: few who open the tab restart anything
    plan: async () => (await loadPart(() => import('../service-parts/steps/restartSteps'))).restartSteps(vm),
  };
  return (
    <Notice
      variant="info"
      className="pf-v6-u-mb-md"
      title={t('Restart {{name}} to apply labels: {{labels}}', { name, labels })}
      actionLinks={
        <Button variant="link" isInline isDisabled={reason !== undefined} onClick={() => onTask(task)}>
          {t('Restart VM')}
        </Button>
      }
    >
      {reason && <Content component="p">{reason}</Content>}
    </Notice>
  );
};
