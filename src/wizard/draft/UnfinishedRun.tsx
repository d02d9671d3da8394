import { ActionList, ActionListItem, Button, Content, List, ListItem, PageSection } from '@patternfly/react-core';
import type { DraftProblem } from '../../domain/draft/draftProblems';
import type { Step } from '../../domain/steps/step';
import { problemText } from '../../ui/text/problemText';
import { stepText } from '../../ui/text/steps/stepText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

interface UnfinishedRunProps {
  readonly serviceName: string;
  /** what is left of the run, planned from how the cluster is now; undefined when it cannot be planned */
  readonly steps: readonly Step[] | undefined;
  /** why it cannot be planned */
  readonly problems: readonly DraftProblem[];
  readonly onContinue: () => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
}

/** Shown after a reload during a run: the remaining steps, and the ways to continue. */
const UnfinishedRun = ({ serviceName, steps, problems, onContinue, onUndo, onDiscard }: UnfinishedRunProps) => {
  const t = useText();
  return (
    <PageSection hasBodyWrapper={false}>
      <Notice
        variant="warning"
        title={t('An earlier run for Service {{serviceName}} is not finished', { serviceName })}
      >
        {steps ? (
          <>
            <Content component="p">{t('This is left to do:')}</Content>
            <List>
              {steps.map((step) => (
                <ListItem key={step.id}>{stepText(t, step)}</ListItem>
              ))}
            </List>
          </>
        ) : (
          // several VMs can have the same problem
          [...new Set(problems.map(({ code }) => code))].map((code) => (
            <Content component="p" key={code}>
              {problemText(t, code)}
            </Content>
          ))
        )}
      </Notice>
      <ActionList className="pf-v6-u-mt-md">
        <ActionListItem>
          <Button variant="primary" isDisabled={!steps} onClick={onContinue}>
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
            {t('Keep completed changes and start over')}
          </Button>
        </ActionListItem>
      </ActionList>
    </PageSection>
  );
};

export default UnfinishedRun;
