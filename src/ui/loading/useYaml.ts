import { useEffect, useState } from 'react';
import { loadPart } from '../../host/loadPart';

/** Writes an object as YAML. */
export type ToYaml = (object: unknown) => string;

// the YAML library is fetched when YAML is wanted
const loadYaml = () => loadPart(() => import('../kubernetesYaml'));

/**
 * Fetches what writes YAML, once it is wanted.
 * @returns the function once it is there, or why it could not be fetched; neither until then
 */
export function useYaml(isWanted: boolean): { readonly toYaml?: ToYaml; readonly failure?: string } {
  const [loaded, setLoaded] = useState<{ readonly toYaml?: ToYaml; readonly failure?: string }>({});
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    loadYaml().then(
      ({ toKubernetesYaml }) => isCurrent && setLoaded({ toYaml: toKubernetesYaml }),
      (error: unknown) => isCurrent && setLoaded({ failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  return loaded;
}
