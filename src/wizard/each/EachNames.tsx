import { ActionList, ActionListItem, Button, Content, ExpandableSection, Flex, FlexItem } from '@patternfly/react-core';
import { useState, type Dispatch } from 'react';
import { isSameForAll, type EachPattern } from '../../domain/bulk/eachPattern';
import { isOfNames, type EachPlan } from '../../domain/bulk/planEach';
import { VM_IN_NAME } from '../../domain/service/serviceName';
import { Notice } from '../../ui/Notice';
import { eachProblemText } from '../../ui/text/bulk/eachText';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import type { EachAction } from './useEachPattern';

interface EachNamesProps {
  readonly pattern: EachPattern;
  readonly plans: readonly EachPlan[];
  readonly dispatch: Dispatch<EachAction>;
}

/** The pattern of the names, the names that it gives, and those that cannot be given, each with the ways out. */
export const EachNames = ({ pattern, plans, dispatch }: EachNamesProps) => {
  const t = useText();
  // a name that was the problem keeps its field while it is typed
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const wrong = plans.filter(({ problems }) => problems.some(isOfNames));
  if (wrong.some(({ vmName }) => !asked.has(vmName)))
    setAsked(new Set([...asked, ...wrong.map(({ vmName }) => vmName)]));
  const open = plans.filter(({ vmName }) => asked.has(vmName));
  const names = plans.map(({ vmName, draft }) => `${vmName}: ${draft.serviceName}`);
  return (
    <>
      <TextField
        id="service-name-pattern"
        label={t('Service names')}
        isRequired
        value={pattern.draft.serviceName}
        onChange={(name) => dispatch({ type: 'common', action: { type: 'service-name', name } })}
        hint={t(
          '{{vm}} stands for the name of the VM. For example, {{example}} names the Service of VM web {{name}}.',
          {
            vm: VM_IN_NAME,
            example: `${VM_IN_NAME}-ssh`,
            name: 'web-ssh',
          },
        )}
        {...(plans.length > 1 && isSameForAll(pattern)
          ? { problem: t('Enter a name with {{vm}} in it, so that the names differ.', { vm: VM_IN_NAME }) }
          : {})}
      />
      {wrong.length > 0 && (
        <Notice variant="danger" title={t('{{count}} Services need another name', { count: wrong.length })}>
          <ActionList className="pf-v6-u-mt-sm">
            <ActionListItem>
              <Button variant="secondary" onClick={() => dispatch({ type: 'free-names', plans: wrong })}>
                {t('Use names that are free')}
              </Button>
            </ActionListItem>
            <ActionListItem>
              <Button
                variant="link"
                onClick={() => dispatch({ type: 'leave-out', vmNames: wrong.map(({ vmName }) => vmName) })}
              >
                {t('Leave out {{count}} VMs', { count: wrong.length })}
              </Button>
            </ActionListItem>
          </ActionList>
        </Notice>
      )}
      {open.map(({ vmName, draft, problems }, index) => {
        const problem = problems.find(isOfNames);
        return (
          <Flex key={vmName} alignItems={{ default: 'alignItemsFlexStart' }}>
            <FlexItem flex={{ default: 'flex_1' }}>
              <TextField
                id={`own-name-${index}`}
                label={t('Service name for {{vmName}}', { vmName })}
                isRequired
                value={draft.serviceName}
                onChange={(name) => dispatch({ type: 'own-name', vmName, name })}
                {...(problem ? { problem: eachProblemText(t, problem) } : {})}
              />
            </FlexItem>
            <FlexItem>
              <Button
                variant="link"
                className="pf-v6-u-mt-lg"
                onClick={() => dispatch({ type: 'leave-out', vmNames: [vmName] })}
              >
                {t('Leave out {{name}}', { name: vmName })}
              </Button>
            </FlexItem>
          </Flex>
        );
      })}
      <LeftOut skipped={pattern.skipped} onTakeAll={() => dispatch({ type: 'take-all' })} />
      <ExpandableSection toggleText={t('Names of {{count}} Services', { count: plans.length })} isIndented>
        {names.map((name) => (
          <Content component="p" key={name}>
            {name}
          </Content>
        ))}
      </ExpandableSection>
    </>
  );
};

/** Which VMs are left out, with the way back; nothing when none is. */
export const LeftOut = ({ skipped, onTakeAll }: { skipped: readonly string[]; onTakeAll: () => void }) => {
  const t = useText();
  if (skipped.length === 0) return null;
  return (
    <Notice
      variant="info"
      title={t('{{count}} VMs are left out', { count: skipped.length })}
      actionLinks={
        <Button variant="link" isInline onClick={onTakeAll}>
          {t('Include all VMs')}
        </Button>
      }
    >
      {skipped.join(', ')}
    </Notice>
  );
};
