import type { ReactNode } from 'react';
import { commandFor } from '../domain/steps/commands';
import { jsonPatchOf } from '../domain/steps/jsonPatchOf';
import type { Step } from '../domain/steps/step';
import { CodeWithCopy } from './CodeWithCopy';
import { lazyPart } from './loading/lazyPart';
import type { ToYaml } from './loading/useYaml';
import { useText, type Text } from './useText';

// brings the YAML library
const YamlWriter = lazyPart(() => import('./YamlWriter'));

/** How each step is shown: what is sent, or the command that does the same. */
export type ShownAs = 'yaml' | 'commands';

/** What a step sends as YAML. The guards of a patch, which only test, are one line of comment. */
function yamlOf(t: Text, step: Step, toYaml: ToYaml): string {
  switch (step.kind) {
    case 'create':
      return toYaml(step.object);
    case 'patch': {
      const changes = jsonPatchOf(step).filter(({ op }) => op !== 'test');
      return `# ${t('Only if unchanged since you looked')}\n${toYaml(changes)}`;
    }
    case 'delete':
      return toYaml({
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
  return (
    <YamlWriter>
      {(toYaml) => {
        const [code, label] =
          shownAs === 'commands'
            ? [commandFor(step, toYaml), t('Copy the command')]
            : [yamlOf(t, step, toYaml), t('Copy the YAML')];
        return code ? <CodeWithCopy label={label} code={code} header={header} /> : <>{header}</>;
      }}
    </YamlWriter>
  );
};
