import type { K8sModel, K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { getResourcesInFlight, receivedResources } from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import type { DiscoveryResources } from '@openshift-console/dynamic-plugin-sdk/lib/api/common-types';
import { fetchJson } from '../console-parts/consoleFetch';
import { abbreviationOf, pluralLabelOf } from './modelNames';
import { store } from './store';

/** The console asks once per group version; aggregated discovery gives the same models in two requests. */
const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
const AGAIN_AFTER_MS = 60_000;

interface DiscoveredResource {
  resource: string;
  responseKind?: { kind: string };
  scope: 'Namespaced' | 'Cluster';
  verbs: K8sVerb[];
  shortNames?: string[];
}

interface DiscoveredGroups {
  items?: { metadata?: { name?: string }; versions: { version: string; resources?: DiscoveredResource[] }[] }[];
}

function toModels({ items = [] }: DiscoveredGroups): K8sModel[] {
  return items.flatMap((group) =>
    group.versions.flatMap(({ version, resources = [] }) =>
      resources.flatMap((found): K8sModel[] => {
        const kind = found.responseKind?.kind;
        return kind
          ? [
              {
                kind,
                abbr: abbreviationOf(kind),
                label: kind,
                labelPlural: pluralLabelOf(kind),
                plural: found.resource,
                apiGroup: group.metadata?.name || undefined,
                apiVersion: version,
                namespaced: found.scope === 'Namespaced',
                verbs: found.verbs,
                shortNames: found.shortNames,
                crd: true,
              },
            ]
          : [];
      }),
    ),
  );
}

async function discover(): Promise<void> {
  store.dispatch(getResourcesInFlight());
  const answers = await Promise.all(
    ['/api', '/apis'].map((root) =>
      fetchJson<DiscoveredGroups>(`/api/kubernetes${root}`, 'GET', { headers: { Accept: AGGREGATED } }),
    ),
  );
  // The reducer reads the models only; the other lists serve pages the stand-in does not have.
  store.dispatch(receivedResources({ models: answers.flatMap(toModels) } as unknown as DiscoveryResources));
}

/** Learns which kinds the cluster has, now and again every minute, as CRDs come and go. */
export function startDiscovery(): void {
  const again = (): void => {
    discover()
      .catch((error: unknown) => console.error('API discovery failed', error))
      .finally(() => setTimeout(again, AGAIN_AFTER_MS));
  };
  again();
}
