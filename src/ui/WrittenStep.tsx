import type { ReactNode } from 'react';
import { commandFor } from '../domain/steps/commands';
import { jsonPatchOf } from '../domain/steps/jsonPatchOf';
import type { Step } from '../domain/steps/step';
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

interface WrittenStepProps {
  readonly step: Step;
  readonly shownAs: ShownAs;
  /** shows the text, with the words that name what is copied; '' as YAML for a step that sends no object */
  readonly children: (code: string, label: string) => ReactNode;
}

/** Writes what a step sends, or the command that does the same. A file of its own, since it loads the YAML library. */
const WrittenStep = ({ step, shownAs, children }: WrittenStepProps) => {
  const t = useText();
  return (
    <>
      {shownAs === 'commands'
        ? children(commandFor(step, toKubernetesYaml), t('Copy the command'))
        : children(yamlOf(t, step), t('Copy the YAML'))}
    </>
  );
};

export default WrittenStep;
