import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { MENU_CONTEXTS, MENU_MODELS } from './menuContexts';

interface MenuProperties {
  contextId?: string;
  model?: { group?: string; version?: string; kind?: string };
}

/** What is wrong with a provider of actions: no menu would ever call it, which the real console does not tell. */
function problemOf({ type, properties }: Extension): string | undefined {
  const { contextId, model = {} } = properties as MenuProperties;
  if (type === 'console.action/provider') {
    return contextId === undefined || MENU_CONTEXTS.includes(contextId)
      ? undefined
      : `there is no menu of the context ${contextId}`;
  }
  const meant = type === 'console.action/resource-provider' && MENU_MODELS.find(({ kind }) => kind === model.kind);
  return meant && (meant.version !== model.version || (meant.group ?? 'core') !== (model.group || 'core'))
    ? `the menu of a ${meant.kind} takes actions for exactly ${meant.group ? `${meant.group}/` : ''}${meant.version}`
    : undefined;
}

/** What is wrong with the menu entries of a manifest, one sentence each. */
export const menuProblems = (extensions: Extension[]): string[] =>
  extensions.flatMap((extension, at) => {
    const problem = problemOf(extension);
    return problem ? [`extension ${at + 1} (${extension.type}): ${problem}`] : [];
  });
