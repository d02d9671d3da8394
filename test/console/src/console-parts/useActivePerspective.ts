import { useContext } from 'react';
import { PerspectiveContext } from '@openshift-console/dynamic-plugin-sdk/lib/perspective/perspective-context';

/** `[perspective, setPerspective]`, as plugins get it. */
export default function useActivePerspective(): [string, (perspective: string) => void] {
  const { activePerspective = 'admin', setActivePerspective = () => undefined } = useContext(PerspectiveContext);
  return [activePerspective, setActivePerspective];
}
