import { labelsOf, labelValue } from '../../../k8s/objects';
import { livePod } from '../../../k8s/seen';
import type { RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { showPod } from '../lookCommands';
import { objectOf, podObject } from '../selector/whereFound';

/** What a service mesh without sidecars does to a VM. */
export interface MeshFacts {
  /** what puts the pod into the mesh */
  N9: { readonly by: 'pod' | 'namespace' };
}

const MODE_KEY = 'istio.io/dataplane-mode';
const REDIRECTION = 'ambient.istio.io/redirection';
const SIDECAR = 'istio-proxy';

/** What puts the VM's pod into an ambient mesh; a pod with a sidecar, or with another mode of its own, is in none. */
function ambientBy({ vm, namespaceLabels }: Situation): MeshFacts['N9']['by'] | undefined {
  const pod = livePod(vm);
  if (!pod || (pod.spec?.containers ?? []).some(({ name }) => name === SIDECAR)) return undefined;
  const own = labelValue(labelsOf(pod), MODE_KEY);
  if (own === 'ambient' || labelValue(pod.metadata?.annotations, REDIRECTION) === 'enabled') return 'pod';
  return own === undefined && labelValue(namespaceLabels, MODE_KEY) === 'ambient' ? 'namespace' : undefined;
}

export const meshRules: RulesOf<MeshFacts> = [
  {
    // ztunnel takes the connections in the pod's network namespace; KubeVirt forwards to the guest only what comes in
    // by the pod's interface
    code: 'N9',
    grade: 'limitation',
    hop: 'NIC',
    reads: ['pods'],
    detect: (situation) => {
      const by = ambientBy(situation);
      return (
        by && {
          object:
            by === 'pod' ? podObject(situation) : objectOf('Namespace', situation.vm.vm.metadata?.namespace ?? ''),
          field: `metadata.labels[${MODE_KEY}]`,
          facts: { by },
        }
      );
    },
    command: showPod('-o', 'jsonpath={.metadata.annotations}'),
  },
];
