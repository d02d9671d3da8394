import type { Goal } from '../../domain/draft/goal';
import { presetQueryOf } from '../../domain/draft/presets';
import { requestFor } from '../../domain/steps/manifest';
import { isWrite, type Step } from '../../domain/steps/step';
import type { ToYaml } from '../../ui/loading/useYaml';
import { exposePath, withQuery } from '../../ui/paths';
import { stepText } from '../../ui/text/steps/stepText';
import type { Text } from '../../ui/useText';

/**
 * The text that someone without permission sends to an administrator: what is wanted, the page that does it, and the
 * commands that do the same.
 * @param origin of the console, such as `https://console.example.com`
 */
export function requestText(t: Text, goal: Goal, steps: readonly Step[], toYaml: ToYaml, origin: string): string {
  const { draft } = goal;
  const link = `${origin}${withQuery(exposePath(draft.namespace, ...draft.vmNames), presetQueryOf(draft))}`;
  const lines = [
    t('Request: expose {{names}} in project {{namespace}}', {
      names: draft.vmNames.join(', '),
      namespace: draft.namespace,
    }),
    ...steps.filter(isWrite).map((step) => `- ${stepText(t, step)}`),
    t('Open it in the console: {{link}}', { link }),
    t('Or run these commands:'),
  ];
  return requestFor(lines, steps, toYaml);
}
