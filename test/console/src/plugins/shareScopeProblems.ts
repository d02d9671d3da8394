import providedPatternFly from '../../sharedPatternFly.json';

/** The modules of a 4.22 console that are not PatternFly components. */
const CONSOLE_MODULES = [
  '@openshift-console/dynamic-plugin-sdk',
  '@openshift-console/dynamic-plugin-sdk-internal',
  '@openshift/dynamic-plugin-sdk',
  '@patternfly/react-topology',
  'react',
  'react-i18next',
  'react-redux',
  'react-router',
  'react-router-dom',
  'react-router-dom-v5-compat',
  'redux',
  'redux-thunk',
];

/**
 * Compares what this page shares with what a 4.22 console shares. One module more, and a plugin would
 * find here what it has to bring along there: an icon imported by the host page's own code is enough.
 */
export function shareScopeProblems(shared: string[]): string[] {
  const wanted = new Set([...CONSOLE_MODULES, ...(providedPatternFly as string[])]);
  const extra = shared.filter((name) => !wanted.has(name));
  const missing = [...wanted].filter((name) => !shared.includes(name));
  return [
    ...extra.map((name) => `The stand-in shares ${name}, which the console 4.22 does not.`),
    ...missing.map((name) => `The stand-in does not share ${name}, which the console 4.22 does.`),
  ];
}
