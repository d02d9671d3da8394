import { useEffect, useState } from 'react';
import type { Failure } from '../../domain/k8s/failure';
import type { Rights } from '../../domain/k8s/rights';
import { toFailure } from '../port/failure';
import { readRights } from './rights';
import { sdkPort } from '../port/sdkPort';

/** `rights` is undefined while they are being asked for: nothing is called denied before it is known. */
export interface KnownRights {
  readonly rights?: Rights;
  readonly failure?: Failure;
}

/** Asks once for each namespace what the user may do there. */
export function useRights(namespace: string): KnownRights {
  const [known, setKnown] = useState<KnownRights & { namespace: string }>({ namespace });
  useEffect(() => {
    if (!namespace) return undefined;
    let isCurrent = true;
    const keep = (answer: KnownRights) => isCurrent && setKnown({ ...answer, namespace });
    readRights(sdkPort, namespace).then(
      (rights) => keep({ rights }),
      (error: unknown) => keep({ failure: toFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [namespace]);
  return known.namespace === namespace ? known : {};
}
