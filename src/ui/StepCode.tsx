import { commandFor } from '../domain/steps/commands';
import { jsonPatchOf } from '../domain/steps/jsonPatchOf';
import type { Step } from '../domain/steps/step';
import { CodeWithCopy } from './CodeWithCopy';
import { toKubernetesYaml } from './kubernetesYaml';
import { useText } from './useText';

/** How each step is shown: what is sent, or the command that does the same. */
export type ShownAs = 'yaml' | 'commands';

const yamlOf = (step: Step): string => {
  switch (step.kind) {
    case 'create':
      return toKubernetesYaml(step.object);
    case 'patch':
      return toKubernetesYaml(jsonPatchOf(step));
    case 'delete':
      return toKubernetesYaml({
        preconditions: step.guard,
        ...(step.graceSeconds === undefined ? {} : { gracePeriodSeconds: step.graceSeconds }),
      });
    case 'restart':
    case 'start':
    case 'unpause':
      return toKubernetesYaml({});
    case 'await':
      return '';
  }
};

/** What a step sends, or the command that does the same, to copy; nothing as YAML for a step that only waits. */
export const StepCode = ({ step, shownAs }: { step: Step; shownAs: ShownAs }) => {
  const t = useText();
  if (shownAs === 'commands')
    return <CodeWithCopy label={t('Copy the command')} code={commandFor(step, toKubernetesYaml)} />;
  const yaml = yamlOf(step);
  return yaml ? <CodeWithCopy label={t('Copy the YAML')} code={yaml} /> : null;
};
