import { expect } from '@playwright/test';
import { api, type ApiObject } from './localCluster';
import { readPods, readVmi } from './vms';

interface Migration extends ApiObject {
  readonly status?: { readonly phase?: string };
}

/**
 * Migrates a VM that runs to another node, and waits until it is there alone: its pod on the new node is the only one
 * left.
 */
export async function migrateVm(namespace: string, name: string): Promise<void> {
  const migrations = `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstancemigrations`;
  const before = await readVmi(namespace, name);
  const { metadata } = await api('POST', migrations, {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { generateName: `${name}-`, namespace },
    spec: { vmiName: name },
  });
  await expect
    .poll(async () => (await api<Migration>('GET', `${migrations}/${metadata.name}`)).status?.phase, {
      timeout: 60_000,
    })
    .toBe('Succeeded');
  const after = await readVmi(namespace, name);
  expect(after.metadata.uid, 'a migration keeps the instance').toBe(before.metadata.uid);
  expect(after.status.nodeName).not.toBe(before.status.nodeName);
  // the pod that was left ends a moment later, and stays as an ended one
  const runningOn = async () =>
    (await readPods(namespace, name))
      .filter(({ status }) => status.phase === 'Running')
      .map(({ spec }) => spec.nodeName);
  await expect.poll(runningOn).toEqual([after.status.nodeName]);
}
