import type { Pod, VirtualMachineInstance } from '../../../src/domain/k8s/objects';
import { servingPods } from '../../../src/domain/k8s/seen';
import type { ClusterApi } from './clusterApi';

/** What runs in the whole cluster, read by one request for each kind. */
interface Running {
  readonly vmis: readonly VirtualMachineInstance[];
  /** that can still serve */
  readonly pods: readonly Pod[];
}

/** Many wait for their VM at the same time: they look at the same lists, which are that old at most. */
const FRESH_MS = 400;

const latest = new WeakMap<ClusterApi, { readonly at: number; readonly read: Promise<Running> }>();

async function readAll(api: ClusterApi): Promise<Running> {
  const [vmis, pods] = await Promise.all([
    api.list<VirtualMachineInstance>('/apis/kubevirt.io/v1/virtualmachineinstances'),
    api.list<Pod>('/api/v1/pods'),
  ]);
  return { vmis, pods: servingPods(pods) };
}

/** What ran less than half a second ago. */
function recently(api: ClusterApi): Promise<Running> {
  const known = latest.get(api);
  if (known && Date.now() - known.at < FRESH_MS) return known.read;
  const read = readAll(api);
  latest.set(api, { at: Date.now(), read });
  return read;
}

/** The instance of a VM and its pods as they were less than half a second ago. */
export async function recentVm(
  api: ClusterApi,
  namespace: string,
  name: string,
): Promise<{ readonly vmi: VirtualMachineInstance | undefined; readonly pods: readonly Pod[] }> {
  const { vmis, pods } = await recently(api);
  return {
    vmi: vmis.find(({ metadata }) => metadata?.namespace === namespace && metadata.name === name),
    pods: pods.filter(
      ({ metadata }) => metadata?.namespace === namespace && metadata.annotations?.['kubevirt.io/domain'] === name,
    ),
  };
}
