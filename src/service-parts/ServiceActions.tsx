import { useRef, useEffect, useState, type MouseEvent } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { sdkPort } from '../cluster/port/sdkPort';
import { forgetRunRecord, keepRunRecord, readRunRecord } from '../cluster/run/runRecord';
import { deleteStep } from '../domain/steps/deleteStep';
import { namespaceOf, nameOf, uidOf, type Service } from '../domain/k8s/objects';
import { mayDo } from '../domain/steps/rights';
import type { RunRecord } from '../domain/plan/run';
import type { planUndo as undoPlanner } from '../domain/plan/planUndo';
import type { Seen } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import type { Step } from '../domain/steps/step';
import { loadPart } from '../host/loadPart';
import { useHref, useLinkClickHandler } from '../host/router';
import { exposePath, serviceYamlPath, withQuery } from '../ui/paths';
import { useText } from '../ui/useText';
import type { StepsTask } from './steps/stepsTask';

interface ServiceActionsProps {
  readonly service: Service;
  readonly vmName: string;
  /** the current state of the cluster, which decides whether there is anything to undo */
  readonly seen: Seen;
  /** undefined when they are unknown: nothing is shown as denied then */
  readonly rights: Rights | undefined;
  readonly onTask: (task: StepsTask) => void;
}

/** The menu of a Service: edit in the wizard, edit YAML, delete, undo what a run did. */
export const ServiceActions = (props: ServiceActionsProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // a dialog gives the focus back to where it was
    toggle.current?.focus();
  };
  return (
    <Dropdown
      isOpen={isOpen}
      onSelect={close}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen
      popperProps={{ position: 'right' }}
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            variant="plain"
            aria-label={t('Actions for Service {{name}}', { name: nameOf(props.service) })}
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            icon={<EllipsisVIcon />}
          />
        ),
      }}
    >
      {/* what can be undone is worked out only for the menu that is open */}
      {isOpen && <ActionItems {...props} />}
    </Dropdown>
  );
};

const ActionItems = ({ service, vmName, seen, rights, onTask }: ServiceActionsProps) => {
  const t = useText();
  const { namespace } = seen;
  const name = nameOf(service);
  const record = recordNaming(namespace, vmName, name);
  // what can be taken back depends on the rights; how, is loaded for who has something to take back
  const planUndo = usePlanUndo(record !== undefined);
  const undo = record && rights && typeof planUndo === 'function' ? planUndo(record, seen, rights) : [];
  const deletion: StepsTask = {
    title: t('Delete Service'),
    vmName,
    explanation: t('Addresses and DNS names of Service {{name}} stop working. The VM is not changed.', { name }),
    isDanger: true,
    plan: () => planDeletion(service),
  };
  const mayUndo = rights !== undefined && undo.every((step) => mayDo(step, rights));
  const mayDelete = !rights || rights.deleteService;
  const whyNoChange = !rights || rights.patchService ? undefined : t("You don't have permission to change Services.");
  return (
    <DropdownList>
      <ActionLink
        to={withQuery(exposePath(namespace, vmName), `service=${encodeURIComponent(name)}`)}
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

/** The kept run of this VM alone, if it created, changed or joined the Service with that name. */
function recordNaming(namespace: string, vmName: string, serviceName: string): RunRecord | undefined {
  const record = readRunRecord(namespace, [vmName]);
  return record && [record.draft.serviceName, ...(record.joined ?? [])].includes(serviceName) ? record : undefined;
}

/** Deletes the Service in its current version, if it is still the object that was selected. */
async function planDeletion(chosen: Service): Promise<readonly Step[]> {
  const found = await sdkPort.get({
    kind: 'Service',
    namespace: namespaceOf(chosen),
    name: nameOf(chosen),
  });
  return found && uidOf(found) === uidOf(chosen) ? [deleteStep('asked', 'Service', found)] : [];
}

interface ActionLinkProps {
  readonly to: string;
  /** why this user cannot use the link; undefined when they can */
  readonly reason: string | undefined;
  readonly children: string;
}

/** A link as a menu item; disabled with the reason when the user cannot use it. */
const ActionLink = ({ to, reason, children }: ActionLinkProps) => {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  if (reason !== undefined) {
    return (
      <DropdownItem isAriaDisabled description={reason}>
        {children}
      </DropdownItem>
    );
  }
  return (
    <DropdownItem to={href} onClick={(event: MouseEvent<HTMLAnchorElement>) => follow(event)}>
      {children}
    </DropdownItem>
  );
};
