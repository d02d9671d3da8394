import { useEffect, useState } from 'react';
import type { Failure } from '../../domain/k8s/failure';
import { toFailure } from '../port/failure';

/** What a question was answered with; neither `data` nor `failure` while it is pending. */
export interface Answer<T> {
  readonly data?: T;
  readonly failure?: Failure;
}

const NOT_ANSWERED = {};

/**
 * Asks once for each key and keeps only the answer to the latest.
 * @param key what to ask about; undefined asks nothing yet
 * @param ask one and the same function from render to render
 */
export function useOnce<T>(key: string | undefined, ask: (key: string) => Promise<T>): Answer<T> {
  const [known, setKnown] = useState<{ readonly key: string | undefined; readonly answer: Answer<T> }>({
    key,
    answer: NOT_ANSWERED,
  });
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    const keep = (answer: Answer<T>) => isCurrent && setKnown({ key, answer });
    ask(key).then(
      (data) => keep({ data }),
      (error: unknown) => keep({ failure: toFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, ask]);
  return known.key === key ? known.answer : NOT_ANSWERED;
}
