import { commandFor } from './commands';
import type { Step } from './step';

/** Every line of a text as a comment, for YAML and for a shell alike. */
const commented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');

/**
 * One YAML text for `oc apply -f` with all that a plan creates. What no object can say, patches and restarts, stands in
 * it as commented commands, in the order of the plan, so that the person who applies it sees what else has to be done.
 * @param toYaml writes an object as YAML
 */
export function manifestFor(steps: readonly Step[], toYaml: (object: unknown) => string): string {
  const parts = steps.map((step) =>
    step.kind === 'create' ? `---\n${toYaml(step.object).trimEnd()}` : commented(commandFor(step, toYaml)),
  );
  return `${parts.join('\n')}\n`;
}

/**
 * One shell script with the commands of a plan, which stops at the first that fails. It runs in a subshell, so that
 * pasted into a terminal it does not end that.
 */
export const scriptFor = (steps: readonly Step[], toYaml: (object: unknown) => string): string =>
  `(\nset -e\n\n${steps.map((step) => commandFor(step, toYaml)).join('\n\n')}\n)\n`;

/**
 * A text for someone who may send a plan: what it is about as comments, then the commands, so that all of it can be
 * pasted into a shell.
 * @param lines what the plan does, in the words of the person who asks
 */
export const requestFor = (
  lines: readonly string[],
  steps: readonly Step[],
  toYaml: (object: unknown) => string,
): string => `${lines.map(commented).join('\n')}\n\n${scriptFor(steps, toYaml)}`;
