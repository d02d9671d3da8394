import { expect, test as base } from '@playwright/test';
import { api } from './localCluster';

interface Fixtures {
  /** makes a namespace that the end of the test removes */
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
    for (const name of names) await api('DELETE', `/api/v1/namespaces/${name}`);
  },
  namespace: async ({ newNamespace }, use) => {
    await use(await newNamespace());
  },
});

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
