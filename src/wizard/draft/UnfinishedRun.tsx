import { ActionList, ActionListItem, Button, Content, List, ListItem, PageSection } from '@patternfly/react-core';
import type { Plan } from '../../domain/plan/plan';
import { problemText } from '../../ui/text/problemText';
import { stepText } from '../../ui/text/stepText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

interface UnfinishedRunProps {
  readonly serviceName: string;
  /** what is left of the run, planned from how the cluster is now */
  readonly plan: Plan;
  readonly onContinue: () => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
}

/** Shown after a reload in the middle of a run: what is left, and what can be done about it. */
const UnfinishedRun = ({ serviceName, plan, onContinue, onUndo, onDiscard }: UnfinishedRunProps) => {
  const t = useText();
  return (
    <PageSection hasBodyWrapper={false}>
      <Notice
        variant="warning"
        title={t('An earlier run for the Service {{serviceName}} was not finished', { serviceName })}
      >
        {plan.ok ? (
          <>
            <Content component="p">{t('This is left to do:')}</Content>
            <List>
              {plan.steps.map((step) => (
                <ListItem key={step.id}>{stepText(t, step)}</ListItem>
              ))}
            </List>
          </>
        ) : (
          // several VMs can have the same problem
          [...new Set(plan.problems.map(({ code }) => code))].map((code) => (
            <Content component="p" key={code}>
              {problemText(t, code)}
            </Content>
          ))
        )}
      </Notice>
      <ActionList className="pf-v6-u-mt-md">
        <ActionListItem>
          <Button variant="primary" isDisabled={!plan.ok} onClick={onContinue}>
            {t('Continue')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button variant="secondary" onClick={onUndo}>
            {t('Undo')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button variant="link" onClick={onDiscard}>
            {t('Keep what is there and begin anew')}
          </Button>
        </ActionListItem>
      </ActionList>
    </PageSection>
  );
};

export default UnfinishedRun;
