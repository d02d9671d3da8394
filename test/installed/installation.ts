import { expect } from '@playwright/test';
import type { Container } from './container';
import { startPod, type Instead, type PodSpec } from './kubelet';
import { fetchOver, type ServiceCa } from './openshift';
import { api, paths, send } from '../local-cluster/localCluster';

interface Deployment {
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}

/** For what otherwise takes a minute: how often the certificate is looked at, and how long a pod serves to the end. */
export const QUICK = { CERTIFICATE_SECONDS: '1', DRAIN_SECONDS: '1' } as const;

/** Starts the one container of a Deployment, as it is on the cluster: the Deployment controller is not there. */
export async function startDeployment(namespace: string, name: string, instead: Instead = {}) {
  const { spec } = await api<Deployment>('GET', `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`);
  return startPod(namespace, spec.template.spec, instead);
}

/** Waits as a readiness probe does. */
export async function untilServed(ca: ServiceCa, url: string, container: Container): Promise<void> {
  const probe = () =>
    fetchOver(ca, `${url}/plugin-manifest.json`).then(
      ({ status }) => status,
      () => container.output,
    );
  await expect.poll(probe).toBe(200);
}

/** Deletes a project and waits until it is gone: until then nothing can be installed into one of its name. */
export async function removeProject(name: string): Promise<void> {
  const project = paths.namespace(name);
  await api('DELETE', project);
  await expect.poll(async () => (await send('GET', project)).status, { timeout: 60_000 }).toBe(404);
}
