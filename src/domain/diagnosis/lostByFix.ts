import { labelsOf, labelValue, nameOf, type LabelChange, type Labels } from '../k8s/objects';
import { servingPods } from '../k8s/seen';
import { isSetByKubeVirt, isVolatileKey } from '../labels/labels';
import { labelLayers } from '../labels/labelLayers';
import { changedLabels, labelsAfterRestart } from '../labels/podLabelForecast';
import { selects } from '../labels/selector';
import type { Step } from '../steps/step';
import type { Situation } from './situation';

/** The labels that the steps set on one layer of the VM. */
const changeOf = (steps: readonly Step[], layer: 'template' | 'vmi' | 'pod'): LabelChange =>
  Object.fromEntries(
    steps.flatMap((step) =>
      step.kind === 'patch' && step.change.of === 'labels' && step.change.layer === layer
        ? step.change.labels.map(({ key, after }) => [key, after])
        : [],
    ),
  );

/** True when users may set the label that is lost, so that someone may select by it. */
const isUsersLoss = (before: Labels, after: readonly Labels[]): boolean =>
  Object.entries(before).some(
    ([key, value]) =>
      !isSetByKubeVirt(key) && !isVolatileKey(key) && after.every((labels) => labelValue(labels, key) !== value),
  );

/** True when another Service selects the VM by its labels before, now or after its next restart, and not after. */
function losesVm(steps: readonly Step[], { service, services, vm }: Situation): boolean {
  const { template, pods } = labelLayers(vm);
  const renewed = labelsAfterRestart(vm.vm, vm.pods, changeOf(steps, 'template'));
  const isRenewed = steps.some(({ kind }) => kind === 'restart' || kind === 'start');
  const podsAfter = isRenewed ? [renewed] : pods.map((labels) => changedLabels(labels, changeOf(steps, 'pod')));
  const others = services?.filter((other) => nameOf(other) !== nameOf(service));
  const isLost = (before: readonly Labels[], after: readonly Labels[]): boolean =>
    others
      ? others.some(({ spec }) => {
          const selectsAny = (labels: readonly Labels[]) => labels.some((held) => selects(spec?.selector ?? {}, held));
          return selectsAny(before) && !selectsAny(after);
        })
      : before.some((labels) => isUsersLoss(labels, after));
  return isLost(pods, podsAfter) || isLost([{ ...labelsAfterRestart(vm.vm, vm.pods), ...template }], [renewed]);
}

/** True when the Service's new selector drops pods that it sends connections to now, or that is not known. */
function losesPods(steps: readonly Step[], { service, vm, selectedPods }: Situation): boolean {
  const selector = steps.flatMap((step) =>
    step.kind === 'patch' && step.change.of === 'service'
      ? step.change.fields.filter(({ name }) => name === 'selector').map(({ after }) => after as Labels)
      : [],
  )[0];
  if (!selector || Object.keys(service.spec?.selector ?? {}).length === 0) return false;
  const own = new Set(vm.pods.map(({ metadata }) => metadata?.uid));
  return (
    selectedPods === undefined ||
    servingPods(selectedPods).some((pod) => !own.has(pod.metadata?.uid) && !selects(selector, labelsOf(pod)))
  );
}

/**
 * True when the steps that put a finding right take something from others: the VM from another Service, by labels that
 * are overwritten or lost with a restart, or other pods from this Service. Where that was not read, true as well.
 */
export const takesFromOthers = (steps: readonly Step[], situation: Situation): boolean =>
  losesVm(steps, situation) || losesPods(steps, situation);
