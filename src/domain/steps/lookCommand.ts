import { shellWords } from '../k8s/shellQuote';

/** The shell command that shows objects as they are; no names show all of the kind. */
export const lookCommand = (kind: string, names: readonly string[], namespace: string): string =>
  shellWords('oc', 'get', kind.toLowerCase(), ...names, '-n', namespace, '-o', 'yaml');
