import { useEffect, useState } from 'react';
import type { Rights } from '../../domain/k8s/rights';
import { loadPart } from '../../host/loadPart';
import { useStable } from './useStable';

/** The part that asks is fetched with the first question: a list that is only read needs none. */
async function readRights(namespace: string): Promise<Rights> {
  const { askRights } = await loadPart(() => import('./askRights'));
  return askRights(namespace);
}

/**
 * What this user may do in several projects, each asked about once, when it is first wanted.
 * @param wanted names of projects; more may be wanted later
 * @returns what is known so far; a project that could not be asked about is missing, and nothing is called denied there
 */
export function useRightsOf(wanted: readonly string[]): ReadonlyMap<string, Rights> {
  const namespaces = useStable(wanted);
  const [known, setKnown] = useState<ReadonlyMap<string, Rights>>(new Map());
  const [asked] = useState(() => new Set<string>());
  useEffect(() => {
    const keep = (namespace: string, rights: Rights) => setKnown((before) => new Map(before).set(namespace, rights));
    for (const namespace of namespaces.filter((each) => !asked.has(each))) {
      asked.add(namespace);
      readRights(namespace).then(
        (rights) => keep(namespace, rights),
        // the next one that wants it asks again
        () => asked.delete(namespace),
      );
    }
  }, [namespaces, asked]);
  return known;
}
