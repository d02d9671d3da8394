import generation from '@generation/generation.json';
import componentModules from '../../sharedPatternFly.json';
import { release } from '../release';

/** What a console of this generation gives to plugins. */
const wanted: readonly string[] = [
  ...generation.modules,
  ...generation.routers,
  ...componentModules.filter((module) => generation.componentPackages.some((name) => module.startsWith(`${name}/`))),
];

/**
 * Compares what this page shares with what a console of its generation shares. One module more, and a plugin would
 * find here what it has to bring along there: an icon imported by the host page's own code is enough.
 */
export function shareScopeProblems(shared: string[]): string[] {
  const extra = shared.filter((name) => !wanted.includes(name));
  const missing = wanted.filter((name) => !shared.includes(name));
  return [
    ...extra.map((name) => `The stand-in shares ${name}, which the console ${release} does not.`),
    ...missing.map((name) => `The stand-in does not share ${name}, which the console ${release} does.`),
  ];
}
