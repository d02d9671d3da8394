import { managersOf, type ManagedObject, type Management } from './management';

const FIELD = 'spec.template.metadata.labels';
const object = (metadata: ManagedObject['metadata']): ManagedObject => ({
  kind: 'VirtualMachine',
  metadata: { name: 'backendvm', ...metadata },
});
const labelled = (labels: Record<string, string>, annotations: Record<string, string> = {}) =>
  object({ labels, annotations });
const owned = (kind: string, apiVersion: string, controller?: boolean) =>
  object({
    ownerReferences: [{ apiVersion, kind, name: 'owner', ...(controller === undefined ? {} : { controller }) }],
  });

describe('managersOf', () => {
  it.each<[string, ManagedObject, Partial<Management>[]]>([
    ['nobody', object({}), []],
    ['nobody, of an object without metadata', {}, []],
    [
      'Argo CD by its label',
      labelled({ 'argocd.argoproj.io/instance': 'shop' }),
      [{ tool: 'argo-cd', ownerKind: 'Application', name: 'shop', field: FIELD }],
    ],
    [
      'Argo CD by the same annotation',
      labelled({}, { 'argocd.argoproj.io/instance': 'shop' }),
      [{ tool: 'argo-cd', name: 'shop' }],
    ],
    [
      'Argo CD by its tracking id',
      labelled({}, { 'argocd.argoproj.io/tracking-id': 'shop:kubevirt.io/VirtualMachine:prod2/backendvm' }),
      [{ tool: 'argo-cd', name: 'shop' }],
    ],
    ['nobody by an empty tracking id', labelled({}, { 'argocd.argoproj.io/tracking-id': '' }), []],
    [
      'a Kustomization of Flux',
      labelled({ 'kustomize.toolkit.fluxcd.io/name': 'apps' }),
      [{ tool: 'flux', ownerKind: 'Kustomization', name: 'apps', field: FIELD }],
    ],
    [
      'a HelmRelease of Flux, not Helm',
      labelled(
        { 'helm.toolkit.fluxcd.io/name': 'apps', 'app.kubernetes.io/managed-by': 'Helm' },
        { 'meta.helm.sh/release-name': 'apps' },
      ),
      [{ tool: 'flux', ownerKind: 'HelmRelease', name: 'apps' }],
    ],
    [
      'Argo CD that applies a chart, not Helm',
      labelled({ 'argocd.argoproj.io/instance': 'shop', 'app.kubernetes.io/managed-by': 'Helm' }),
      [{ tool: 'argo-cd', name: 'shop' }],
    ],
    [
      'Helm by its release',
      labelled({ 'app.kubernetes.io/managed-by': 'Helm' }, { 'meta.helm.sh/release-name': 'shop' }),
      [{ tool: 'helm', ownerKind: '', name: 'shop', field: FIELD }],
    ],
    ['Helm by its label alone', labelled({ 'app.kubernetes.io/managed-by': 'Helm' }), [{ tool: 'helm', name: '' }]],
    ['nobody by another value of that label', labelled({ 'app.kubernetes.io/managed-by': 'me' }), []],
    [
      'OLM',
      labelled({ 'olm.owner': 'op.v1', 'olm.owner.kind': 'ClusterServiceVersion' }),
      [{ tool: 'olm', ownerKind: 'ClusterServiceVersion', name: 'op.v1', field: '' }],
    ],
    [
      'a pool',
      owned('VirtualMachinePool', 'pool.kubevirt.io/v1beta1', true),
      [
        {
          tool: 'virtual-machine-pool',
          ownerKind: 'VirtualMachinePool',
          name: 'owner',
          field: `spec.virtualMachineTemplate.${FIELD}`,
        },
      ],
    ],
    [
      'a pool that is not named as controller',
      owned('VirtualMachinePool', 'pool.kubevirt.io/v1alpha1'),
      [{ tool: 'virtual-machine-pool' }],
    ],
    [
      'another controller',
      owned('Cluster', 'example.com/v1', true),
      [{ tool: 'controller', ownerKind: 'Cluster', name: 'owner', field: '' }],
    ],
    [
      'a controller of the core group',
      owned('ReplicationController', 'v1', true),
      [{ tool: 'controller', ownerKind: 'ReplicationController' }],
    ],
    ['nobody by an owner that does not control', owned('Cluster', 'example.com/v1'), []],
    ['nobody by its VM', owned('VirtualMachine', 'kubevirt.io/v1', true), []],
    ['nobody by its VMI', owned('VirtualMachineInstance', 'kubevirt.io/v1', true), []],
    ['nobody by its replica set', owned('VirtualMachineInstanceReplicaSet', 'kubevirt.io/v1', true), []],
    [
      'a VirtualMachine of another API',
      owned('VirtualMachine', 'example.com/v1', true),
      [{ tool: 'controller', ownerKind: 'VirtualMachine' }],
    ],
  ])('sees %s', (_, managed, expected) => {
    expect(managersOf(managed, FIELD)).toMatchObject(expected);
    expect(managersOf(managed, FIELD)).toHaveLength(expected.length);
  });

  it('sees several, the owner first', () => {
    const both = object({
      ...owned('VirtualMachinePool', 'pool.kubevirt.io/v1beta1', true).metadata,
      labels: { 'argocd.argoproj.io/instance': 'shop' },
    });
    expect(managersOf(both, FIELD).map(({ tool }) => tool)).toEqual(['virtual-machine-pool', 'argo-cd']);
  });
});
