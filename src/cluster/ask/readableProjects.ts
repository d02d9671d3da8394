import { isGranted } from '../../domain/steps/rights';
import type { ClusterReads } from '../port/clusterPort';
import { hasRequired, LISTED_KINDS, listAccess, type ListedKind } from './listedKinds';

/** How many questions are under way at a time: the list of projects can be long. */
const AT_A_TIME = 4;

/** A project whose exposed VMs this user may see, with the kinds that can be listed there. */
export interface ReadableProject {
  readonly namespace: string;
  readonly kinds: ReadonlySet<ListedKind>;
}

/** What is known of a project; `not-asked` is one whose rights could not be learned. */
export type ProjectAnswer = ReadableProject | 'not-readable' | 'not-asked';

async function askProject(port: Pick<ClusterReads, 'rules' | 'mayI'>, namespace: string): Promise<ProjectAnswer> {
  const { rules, incomplete } = await port.rules(namespace);
  const shown = LISTED_KINDS.filter((kind) => isGranted(listAccess(kind), rules));
  const others = incomplete ? LISTED_KINDS.filter((kind) => !shown.includes(kind)) : [];
  const granted = await Promise.all(others.map((kind) => port.mayI(listAccess(kind), namespace)));
  const kinds = new Set([...shown, ...others.filter((_kind, index) => granted[index])]);
  return hasRequired(kinds) ? { namespace, kinds } : 'not-readable';
}

/**
 * Asks what may be listed in projects, by one rules review each and a few at a time, so that no list is asked for that
 * would be refused.
 * @param known answers of before, which are not asked for again; the new ones are added
 * @param signal stops before the next question
 */
export async function askProjects(
  port: Pick<ClusterReads, 'rules' | 'mayI'>,
  namespaces: readonly string[],
  known: Map<string, ProjectAnswer>,
  signal: AbortSignal,
): Promise<void> {
  const left = namespaces.filter((namespace) => !known.has(namespace));
  const askNext = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && !signal.aborted; next = left.shift())
      known.set(next, await askProject(port, next).catch((): ProjectAnswer => 'not-asked'));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askNext));
}
