import type { Failure } from '../../domain/k8s/failure';
import { sdkPort } from '../port/sdkPort';
import { LISTED_KINDS, listAccess, type ListedKind } from './listedKinds';
import { useOnce } from './useOnce';

/** One access review a kind, so that nothing is asked for that would be refused. */
const askKinds = async (): Promise<ReadonlySet<ListedKind>> => {
  const answers = await Promise.all(
    LISTED_KINDS.map(async (kind) => ((await sdkPort.mayI(listAccess(kind), '')) ? [kind] : [])),
  );
  return new Set(answers.flat());
};

/**
 * The kinds that this user may list in all projects at one go; undefined until it is known.
 * @param isAsked false where a project is selected, which needs no such answer
 */
export function useListableEverywhere(isAsked: boolean): {
  readonly kinds: ReadonlySet<ListedKind> | undefined;
  readonly failure?: Failure;
} {
  const { data, failure } = useOnce(isAsked ? 'all projects' : undefined, askKinds);
  return { kinds: data, ...(failure ? { failure } : {}) };
}
