import { expect } from '@playwright/test';
import { startPod, type Instead, type PodSpec } from './kubelet';
import { api, type ApiObject } from '../local-cluster/localCluster';

interface Pod extends ApiObject {
  readonly spec: PodSpec;
  readonly status: { readonly phase: string };
}

/** The pods with a label that have not ended; the local cluster's controllers made them, and its nodes took them. */
async function waitingPods(namespace: string, selector: string): Promise<readonly Pod[]> {
  const { items } = await api<{ items: Pod[] }>(
    'GET',
    `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(selector)}`,
  );
  return items.filter(({ status, metadata }) => status.phase === 'Running' && !metadata.deletionTimestamp);
}

/** Really runs what is in the next pod with a label, and writes into its status how it ended; returns what it said. */
export async function runNextPod(
  namespace: string,
  selector: string,
  instead: Instead = {},
): Promise<{ code: number; output: string }> {
  let pod: Pod | undefined;
  await expect.poll(async () => ([pod] = await waitingPods(namespace, selector)).length).toBeGreaterThan(0);
  if (!pod) throw new Error(`There is no pod with ${selector}.`);
  const { container } = await startPod(namespace, pod.spec, { ...instead, pod });
  const code = await container.ended();
  const phase = code === 0 ? 'Succeeded' : 'Failed';
  await api('PATCH', `/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}/status`, [
    { op: 'replace', path: '/status/phase', value: phase },
  ]);
  return { code, output: container.output };
}
