import { expect } from '@playwright/test';
import { api } from '../local-cluster/localCluster';

/** The users of the local cluster; who may do what is in test/cluster/README.md. */
export type User = 'admin' | 'vm-admin' | 'editor' | 'viewer' | 'kubevirt-only';

/** The ClusterRole that a user has in prod2, and is given here in the namespace of a test. */
const ROLES = {
  'vm-admin': 'admin',
  editor: 'vm-editor-no-restart',
  viewer: 'view',
  'kubevirt-only': 'kubevirt.io:admin',
} as const;

export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];
/** What it takes to look at a VM and its Services; network policies are not among it. */
export const LOOKING: readonly PolicyRule[] = [
  { apiGroups: ['kubevirt.io'], resources: ['virtualmachines', 'virtualmachineinstances'], verbs: READ },
  { apiGroups: [''], resources: ['services', 'pods'], verbs: READ },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
];

const rbac = (namespace: string, plural: string) =>
  `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/${plural}`;

interface Binding {
  readonly kind: 'Role' | 'ClusterRole';
  readonly name: string;
  /** something that the role allows, by which it shows that the authorizer knows the binding */
  readonly allows: {
    readonly group: string | undefined;
    readonly resource: string | undefined;
    readonly verb: string | undefined;
  };
}

/** Binds a role, and waits until the API server's authorizer knows it. */
async function bind(user: User, namespace: string, { kind, name, allows }: Binding): Promise<void> {
  await api('POST', rbac(namespace, 'rolebindings'), {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: `${user}-${name}`, namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
  });
  const spec = { user, resourceAttributes: { namespace, ...allows } };
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec };
  const isAllowed = async () => {
    const { status } = await api<{ status: { allowed: boolean } }>(
      'POST',
      '/apis/authorization.k8s.io/v1/subjectaccessreviews',
      review,
    );
    return status.allowed;
  };
  await expect.poll(isAllowed).toBe(true);
}

/** Gives a user the rights in a namespace that it has in prod2. */
export const giveUsualRights = (user: Exclude<User, 'admin'>, namespace: string) =>
  bind(user, namespace, {
    kind: 'ClusterRole',
    name: ROLES[user],
    allows: { group: 'kubevirt.io', resource: 'virtualmachines', verb: 'list' },
  });

/** Gives a user the rights in a namespace that the rules say. */
export async function giveRights(user: User, namespace: string, rules: readonly PolicyRule[]): Promise<void> {
  const name = 'of-the-test';
  const metadata = { name, namespace };
  await api('POST', rbac(namespace, 'roles'), {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata,
    rules,
  });
  const { apiGroups: [group] = [], resources: [resource] = [], verbs: [verb] = [] } = rules.at(-1) ?? {};
  await bind(user, namespace, { kind: 'Role', name, allows: { group, resource, verb } });
}
