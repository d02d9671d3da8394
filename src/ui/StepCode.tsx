import type { ReactNode } from 'react';
import { commandFor } from '../domain/steps/commands';
import { jsonPatchOf } from '../domain/steps/jsonPatchOf';
import type { Step } from '../domain/steps/step';
import { CodeWithCopy } from './CodeWithCopy';
import { toKubernetesYaml } from './kubernetesYaml';
import { useText, type Text } from './useText';

/** How each step is shown: what is sent, or the command that does the same. */
export type ShownAs = 'yaml' | 'commands';

/** What a step sends as YAML. The guards of a patch, which only test, are one line of comment. */
function yamlOf(t: Text, step: Step): string {
  switch (step.kind) {
    case 'create':
      return toKubernetesYaml(step.object);
    case 'patch': {
      const changes = jsonPatchOf(step).filter(({ op }) => op !== 'test');
      return `# ${t('Only if unchanged since you looked')}\n${toKubernetesYaml(changes)}`;
    }
    case 'delete':
      return toKubernetesYaml({
        preconditions: step.guard,
        ...(step.graceSeconds === undefined ? {} : { gracePeriodSeconds: step.graceSeconds }),
      });
    case 'restart':
    case 'start':
    case 'unpause':
    case 'await':
      return '';
  }
}

interface StepCodeProps {
  readonly step: Step;
  readonly shownAs: ShownAs;
  /** what stands beside the copy button */
  readonly header?: ReactNode;
}

/** What a step sends, or the command that does the same, to copy; nothing as YAML for a step that sends no object. */
export const StepCode = ({ step, shownAs, header }: StepCodeProps) => {
  const t = useText();
  if (shownAs === 'commands')
    return <CodeWithCopy label={t('Copy the command')} code={commandFor(step, toKubernetesYaml)} header={header} />;
  const yaml = yamlOf(t, step);
  return yaml ? <CodeWithCopy label={t('Copy the YAML')} code={yaml} header={header} /> : <>{header}</>;
};
