import { Content, Flex, FlexItem, Label, Title } from '@patternfly/react-core';
import type { DryRunAnswer } from '../cluster/dryRun';
import { commandFor } from '../domain/commands';
import { mayDo } from '../domain/rights';
import type { Rights } from '../domain/seen';
import { isWrite, type Step } from '../domain/step';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { failureText } from '../ui/failureText';
import { stepText } from '../ui/stepText';
import { toKubernetesYaml } from '../ui/kubernetesYaml';
import { useText } from '../ui/useText';
import { isAskable, type Answers } from './useDryRuns';

/** How each step is shown: what is sent, or the command that does the same. */
export type ShownAs = 'yaml' | 'commands';

interface ReviewListProps {
  readonly steps: readonly Step[];
  readonly rights: Rights;
  readonly answers: Answers;
  readonly shownAs: ShownAs;
}

/** True for a step that this user may not do. */
export const isForbidden = (step: Step, rights: Rights): boolean => !mayDo(step, rights);

const yamlOf = (step: Step): string => {
  switch (step.kind) {
    case 'create':
      return toKubernetesYaml(step.object);
    case 'patch':
      return toKubernetesYaml(step.patch);
    case 'delete':
      return toKubernetesYaml({ preconditions: { uid: step.uid }, ...(step.graceSeconds === undefined ? {} : { gracePeriodSeconds: step.graceSeconds }) });
    case 'restart':
    case 'start':
    case 'unpause':
      return toKubernetesYaml({});
    case 'await':
      return '';
  }
};

/** The steps in order, each with what is sent, this user's right and what the API server says of it. */
export const ReviewList = ({ steps, rights, answers, shownAs }: ReviewListProps) => {
  const t = useText();
  return (
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
              <ServerAnswer step={step} rights={rights} isAsked={isAskable(step, steps)} answer={answers.get(step.id)} />
            </FlexItem>
          </Flex>
          <StepCode step={step} shownAs={shownAs} />
        </li>
      ))}
    </ol>
  );
};

const StepCode = ({ step, shownAs }: { step: Step; shownAs: ShownAs }) => {
  const t = useText();
  if (shownAs === 'commands') return <CodeWithCopy label={t('Copy the command')} code={commandFor(step, toKubernetesYaml)} />;
  const yaml = yamlOf(step);
  return yaml ? <CodeWithCopy label={t('Copy the YAML')} code={yaml} /> : null;
};

/** The user's right, then what the API server said in a dry run; it does not promise addresses, so none is shown. */
const ServerAnswer = ({ step, rights, isAsked, answer }: { step: Step; rights: Rights; isAsked: boolean; answer: DryRunAnswer }) => {
  const t = useText();
  if (!isWrite(step)) return null;
  if (isForbidden(step, rights)) return <Label status="warning">{t('you may not')}</Label>;
  if (!isAsked) return <Label variant="outline">{t('checked when it is sent')}</Label>;
  if (!answer) return <Label variant="outline">{t('asking the API server')}</Label>;
  if (answer.accepted) return <Label status="success">{t('accepted by the API server')}</Label>;
  return (
    <>
      <Label status="danger">{t('refused by the API server')}</Label> <Content component="small">{failureText(t, answer.failure)}</Content>
    </>
  );
};
