import { useEffect, useRef, useState, type ReactNode } from 'react';
import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { sdkPort } from '../cluster/port/sdkPort';
import { forgetRunRecord, keepRunRecord, readRunRecord } from '../cluster/run/runRecord';
import { MAX_VMS } from '../domain/draft/vmNames';
import { namespaceOf, nameOf, type Service } from '../domain/k8s/objects';
import { mayDo } from '../domain/steps/rights';
import type { RunRecord } from '../domain/plan/run';
import type { planUndo as undoPlanner } from '../domain/plan/planUndo';
import type { Seen } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { loadPart } from '../host/loadPart';
import { exposePath, serviceYamlPath, withQuery } from '../ui/paths';
import { useText } from '../ui/useText';
import { ActionLink } from './ActionLink';
import { planDeletions } from './steps/planDeletions';
import type { StepsTask } from './steps/stepsTask';

export interface ServiceActionItemsProps {
  readonly service: Service;
  /** the VMs that it is listed for, at least one */
  readonly vmNames: readonly string[];
  /** looks up the current state of the project, which decides whether there is anything to undo */
  readonly seen: () => Seen;
  /** undefined when they are unknown: nothing is shown as denied then */
  readonly rights: Rights | undefined;
  readonly onTask: (task: StepsTask) => void;
  /** items of the page around, which come first */
  readonly children?: ReactNode;
}

/** The items of a Service's menu; what can be undone is worked out only for the menu that is open. */
const ServiceActionItems = ({ service, vmNames, seen, rights, onTask, children }: ServiceActionItemsProps) => {
  const t = useText();
  const namespace = namespaceOf(service);
  const [vmName = ''] = vmNames;
  // more VMs than one run takes: the Service is edited from one of them
  const edited = vmNames.length > MAX_VMS ? [vmName] : vmNames;
  const name = nameOf(service);
  const record = recordNaming(namespace, vmNames, name);
  // what can be taken back depends on the rights; how, is loaded for who has something to take back
  const planUndo = usePlanUndo(record !== undefined);
  const undo = record && rights && typeof planUndo === 'function' ? planUndo(record, seen(), rights) : [];
  const deletion: StepsTask = {
    title: t('Delete Service'),
    vmName,
    explanation: t('Addresses and DNS names of Service {{name}} stop working. The VM is not changed.', { name }),
    isDanger: true,
    plan: () => planDeletions([service]),
  };
  const mayUndo = rights !== undefined && undo.every((step) => mayDo(step, rights));
  const mayDelete = !rights || rights.deleteService;
  const whyNoChange = !rights || rights.patchService ? undefined : t("You don't have permission to change Services.");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the menu focuses its first item when it opens, which may be before the items are there
    const isOnToggle = document.activeElement?.getAttribute('aria-expanded') === 'true';
    if (isOnToggle) box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);
  return (
    <div ref={box}>
      <DropdownList>
        {children}
        <ActionLink
          to={withQuery(exposePath(namespace, ...edited), `service=${encodeURIComponent(name)}`)}
          reason={whyNoChange}
        >
          {t('Edit exposure')}
        </ActionLink>
        <ActionLink to={serviceYamlPath(namespace, name)} reason={whyNoChange}>
          {t('Edit YAML')}
        </ActionLink>
        <DropdownItem
          isDanger={mayDelete}
          isAriaDisabled={!mayDelete}
          {...(mayDelete ? {} : { description: t("You don't have permission to delete Services.") })}
          onClick={() => onTask(deletion)}
        >
          {t('Delete Service')}
        </DropdownItem>
        {planUndo === 'not loaded' && (
          <DropdownItem isAriaDisabled description={t('Could not be loaded. Reload the page.')}>
            {t('Undo what Expose VM did')}
          </DropdownItem>
        )}
        {record && undo.length > 0 && (
          <DropdownItem
            isAriaDisabled={!mayUndo}
            {...(mayUndo ? {} : { description: t("You don't have permission to undo all of these changes.") })}
            onClick={() =>
              onTask({
                title: t('Undo what Expose VM did'),
                vmName,
                plan: async () =>
                  (await loadPart(() => import('../cluster/run/undoSteps'))).undoSteps(record, sdkPort, keepRunRecord),
                onDone: () => forgetRunRecord(record),
              })
            }
          >
            {t('Undo what Expose VM did')}
          </DropdownItem>
        )}
      </DropdownList>
    </div>
  );
};

type PlanUndo = typeof undoPlanner;

/** The planner of an undo, once it is needed and loaded. */
function usePlanUndo(isWanted: boolean): PlanUndo | 'not loaded' | undefined {
  const [planUndo, setPlanUndo] = useState<PlanUndo | 'not loaded'>();
  useEffect(() => {
    if (isWanted)
      void loadPart(() => import('../domain/plan/planUndo')).then(
        (loaded) => setPlanUndo(() => loaded.planUndo),
        () => setPlanUndo('not loaded'),
      );
  }, [isWanted]);
  return planUndo;
}

/** The kept run of exactly these VMs, if it created, changed or joined the Service with that name. */
function recordNaming(namespace: string, vmNames: readonly string[], serviceName: string): RunRecord | undefined {
  const record = readRunRecord(namespace, vmNames);
  return record && [record.draft.serviceName, ...(record.joined ?? [])].includes(serviceName) ? record : undefined;
}

export default ServiceActionItems;
