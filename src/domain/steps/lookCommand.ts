import { shellWords } from '../k8s/shellQuote';

/**
 * The shell command that shows objects as they are.
 * @param names one, or several separated by a comma, as findings name several
 */
export const lookCommand = (kind: string, names: string, namespace: string): string =>
  shellWords(
    'oc',
    'get',
    kind.toLowerCase(),
    ...names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    '-n',
    namespace,
    '-o',
    'yaml',
  );
