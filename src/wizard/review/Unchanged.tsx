import { List, ListItem } from '@patternfly/react-core';
import type { Goal } from '../../domain/draft/goal';
import { keptServicesOf, lossesOf } from '../../domain/draft/selectionEffect';
import { nameOf, type Service } from '../../domain/k8s/objects';
import { targetOf, type Step } from '../../domain/steps/step';
import { lostSelectionText } from '../../ui/text/lostSelectionText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

interface EffectsProps {
  readonly goal: Goal;
  readonly steps: readonly Step[];
  /** of the project */
  readonly services: readonly Service[];
}

/** The other Services that the plan takes a VM from; renders nothing when there are none. */
export const LostServices = ({ goal, services }: Omit<EffectsProps, 'steps'>) => {
  const t = useText();
  return (
    <>
      {lossesOf(goal, services).map((loss) => (
        <Notice key={`${loss.service} ${loss.vm} ${loss.when}`} variant="warning" title={lostSelectionText(t, loss)} />
      ))}
    </>
  );
};

/** What the plan leaves alone, and what becomes of the Service when the VM is deleted. */
export const Unchanged = ({ goal, steps, services }: EffectsProps) => {
  const t = useText();
  const { draft, vms } = goal;
  const touchesVm = steps.some((step) => {
    const { kind } = targetOf(step);
    return step.kind !== 'await' && (kind === 'VirtualMachine' || kind === 'VirtualMachineInstance' || kind === 'Pod');
  });
  const service =
    goal.service.work === 'change' || goal.service.work === 'keep' ? goal.service.found : goal.service.service;
  const isOwned = (service.metadata?.ownerReferences ?? []).some(({ kind }) => kind === 'VirtualMachine');
  const kept = keptServicesOf(goal, services);
  return (
    <List aria-label={t('What will not change')}>
      {vms.length > 0 && (
        <ListItem>
          {touchesVm ? t('The guest OS and the disks stay as they are.') : t('The VM is not changed or restarted.')}
        </ListItem>
      )}
      {kept.map((name) => (
        <ListItem key={name}>
          {t('Service {{service}} still sends traffic to {{vmName}}.', {
            service: name,
            vmName: vms.map(({ seen }) => nameOf(seen.vm)).join(', '),
          })}
        </ListItem>
      ))}
      <ListItem>
        {isOwned
          ? t('Deleting the VM also deletes Service {{service}}.', { service: draft.serviceName })
          : t('Service {{service}} stays when the VM is deleted.', { service: draft.serviceName })}
      </ListItem>
    </List>
  );
};
