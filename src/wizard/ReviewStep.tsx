import { useEffect, useMemo, useState } from 'react';
import { Button, Content, Flex, FlexItem, Label, Title, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { dryRun, type DryRunAnswer } from '../cluster/dryRun';
import { sdkPort } from '../cluster/sdkPort';
import { commandFor } from '../domain/commands';
import type { Finding } from '../domain/diagnosis/rule';
import { rightFor } from '../domain/rights';
import type { Rights } from '../domain/seen';
import { isWrite, targetOf, type Step } from '../domain/step';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { failureText } from '../ui/failureText';
import { findingText } from '../ui/findingText';
import { toKubernetesYaml } from '../ui/kubernetesYaml';
import { stepText } from '../ui/stepText';
import { TextField } from '../ui/TextField';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';

interface ReviewStepProps {
  readonly vmName: string;
  /** the very steps that Apply sends */
  readonly steps: readonly Step[];
  readonly rights: Rights;
  /** what would keep the planned Service from reaching the VM */
  readonly findings: readonly Finding[];
  /** what was typed to confirm a restart */
  readonly confirmation: string;
  readonly onConfirm: (typed: string) => void;
}

const yamlOf = (step: Step): string => {
  switch (step.kind) {
    case 'create':
      return toKubernetesYaml(step.object);
    case 'patch':
      return toKubernetesYaml(step.patch);
    case 'delete':
      return toKubernetesYaml({ preconditions: { uid: step.uid } });
    case 'restart':
      return toKubernetesYaml({});
    case 'await':
      return '';
  }
};

/** A name that an earlier step sets free is still taken in a dry run, which deletes nothing: asking would only mislead. */
const comesAfterDelete = (step: Step, steps: readonly Step[]): boolean =>
  step.kind === 'create' && steps.some((other) => other.kind === 'delete' && targetOf(other).name === targetOf(step).name);

type Answers = ReadonlyMap<string, DryRunAnswer>;
const NO_ANSWERS: Answers = new Map();

/** Asks the API server about every write once, again when the steps change. */
function useDryRuns(steps: readonly Step[]): Answers {
  // the plan is made anew with every change on the cluster; only another text is another plan
  const text = JSON.stringify(steps.filter((step) => isWrite(step) && !comesAfterDelete(step, steps)));
  const [asked, setAsked] = useState({ text: '', answers: NO_ANSWERS });
  useEffect(() => {
    let isCurrent = true;
    const keep = (id: string, answer: DryRunAnswer) =>
      isCurrent && setAsked((before) => ({ text, answers: new Map(before.text === text ? before.answers : NO_ANSWERS).set(id, answer) }));
    for (const step of JSON.parse(text) as Step[]) void dryRun(step, sdkPort).then((answer) => keep(step.id, answer));
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return asked.text === text ? asked.answers : NO_ANSWERS;
}

/** Step 4: what will be sent, in order, as YAML or as commands, with what the API server says of it beforehand. */
const ReviewStep = ({ vmName, steps, rights, findings, confirmation, onConfirm }: ReviewStepProps) => {
  const t = useText();
  const [shown, setShown] = useState<'yaml' | 'commands'>('yaml');
  const answers = useDryRuns(steps);
  const script = useMemo(() => steps.map((step) => commandFor(step, toKubernetesYaml)).join('\n\n'), [steps]);
  const mayNot = steps.some((step) => isRefused(step, rights));
  const restarts = steps.some(({ kind }) => kind === 'restart');
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
      {findings.map((finding) => (
        <Notice key={finding.code} variant="warning" title={t('The Service will not reach the VM as it is ({{code}})', { code: finding.code })}>
          {findingText(t, finding)}
        </Notice>
      ))}
      {mayNot && (
        <Notice variant="warning" title={t('You may not do all of these steps')}>
          {t('Give the commands to somebody who may.')}
        </Notice>
      )}
      {steps.length === 0 && <Notice variant="success" title={t('All is there already: nothing has to be changed.')} />}
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <ToggleGroup aria-label={t('Show the steps as')}>
          <ToggleGroupItem text={t('YAML')} buttonId="show-yaml" isSelected={shown === 'yaml'} onChange={() => setShown('yaml')} />
          <ToggleGroupItem text={t('Commands')} buttonId="show-commands" isSelected={shown === 'commands'} onChange={() => setShown('commands')} />
        </ToggleGroup>
        <Button variant="link" component="a" href={`data:text/x-shellscript;charset=utf-8,${encodeURIComponent(`${script}\n`)}`} download={`expose-${vmName}.sh`}>
          {t('Download the commands')}
        </Button>
      </Flex>
      <ol className="pf-v6-c-list" aria-label={t('Steps')}>
        {steps.map((step) => (
          <li key={step.id} className="pf-v6-u-mb-md">
            <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
              <FlexItem>
                <Title headingLevel="h2" size="md">
                  {stepText(t, step)}
                </Title>
              </FlexItem>
              <FlexItem>
                <ServerAnswer step={step} rights={rights} isAsked={!comesAfterDelete(step, steps)} answer={answers.get(step.id)} />
              </FlexItem>
            </Flex>
            <StepCode step={step} shown={shown} />
          </li>
        ))}
      </ol>
      {restarts && (
        <TextField
          id="confirm-restart"
          label={t('The guest will be shut down. Type {{vmName}} to confirm the restart', { vmName })}
          isRequired
          value={confirmation}
          onChange={onConfirm}
        />
      )}
    </Flex>
  );
};

const isRefused = (step: Step, rights: Rights): boolean => {
  const right = rightFor(step);
  return right !== undefined && !rights[right];
};

const StepCode = ({ step, shown }: { step: Step; shown: 'yaml' | 'commands' }) => {
  const t = useText();
  if (shown === 'commands') return <CodeWithCopy label={t('Copy the command')} code={commandFor(step, toKubernetesYaml)} />;
  const yaml = yamlOf(step);
  return yaml ? <CodeWithCopy label={t('Copy the YAML')} code={yaml} /> : null;
};

/** The user's right, then what the API server said in a dry run; it does not promise addresses, so none is shown. */
const ServerAnswer = ({ step, rights, isAsked, answer }: { step: Step; rights: Rights; isAsked: boolean; answer: DryRunAnswer }) => {
  const t = useText();
  if (!isWrite(step)) return null;
  if (isRefused(step, rights)) return <Label status="warning">{t('you may not')}</Label>;
  if (!isAsked) return <Label variant="outline">{t('checked when it is sent')}</Label>;
  if (!answer) return <Label variant="outline">{t('asking the API server')}</Label>;
  if (answer.accepted) return <Label status="success">{t('accepted by the API server')}</Label>;
  return (
    <>
      <Label status="danger">{t('refused by the API server')}</Label> <Content component="small">{failureText(t, answer.failure)}</Content>
    </>
  );
};

export default ReviewStep;
