import { expect, test as base } from '@playwright/test';
import { api, paths } from './localCluster';

interface Fixtures {
  /** makes a namespace; the end of the test ends what runs in it */
  readonly newNamespace: () => Promise<string>;
  /** a namespace of its own for the test */
  readonly namespace: string;
}

let made = 0;

/** Tests that ask the local cluster and open no page. */
export const test = base.extend<Fixtures>({
  // the pattern is Playwright's; there is nothing that this fixture depends on
  // eslint-disable-next-line no-empty-pattern
  newNamespace: async ({}, use) => {
    const names: string[] = [];
    await use(async () => {
      made += 1;
      const name = `e2e-${process.pid}-${made}`;
      await api('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
      names.push(name);
      return name;
    });
    for (const name of names) await endWorkloads(name);
  },
  namespace: async ({ newNamespace }, use) => {
    await use(await newNamespace());
  },
});

/**
 * Ends what goes on costing processor time. The rest goes with the cluster, which is there for one run: the end of a
 * namespace costs the API server a list and a deletion for each of some sixty kinds, and virt-controller makes VMIs
 * again in it until its VMs are gone.
 */
async function endWorkloads(namespace: string): Promise<void> {
  const { vms, vmis, jobs, pods } = paths;
  for (const path of [vms(namespace), vmis(namespace), jobs(namespace), pods(namespace)])
    await api('DELETE', path, { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' });
}

/** Lets a user of the local cluster be the administrator of a namespace, and waits until the authorizer knows it. */
export async function makeNamespaceAdmin(user: string, namespace: string): Promise<void> {
  await api('POST', `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: user, namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
  });
  const resourceAttributes = {
    namespace,
    verb: 'update',
    group: 'subresources.kubevirt.io',
    resource: 'virtualmachines',
    subresource: 'restart',
  };
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user, resourceAttributes },
  };
  const isAllowed = async () =>
    (await api<{ status: { allowed: boolean } }>('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', review))
      .status.allowed;
  await expect.poll(isAllowed).toBe(true);
}

export { expect } from '@playwright/test';
