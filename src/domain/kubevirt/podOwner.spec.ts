import { aPod } from '../../../test/objects/builders';
import type { Pod } from '../k8s/objects';
import { vmNameOf } from './podOwner';

const aPodWith = (metadata: Pod['metadata']): Pod => ({ ...aPod(), metadata: { ...aPod().metadata, ...metadata } });
const owner = (kind: string, name: string) => ({ apiVersion: 'v1', kind, name, uid: `${kind}-${name}` });

describe('vmNameOf', () => {
  it.each<[string, Pod['metadata'], string | undefined]>([
    ['its owner, a VMI', { ownerReferences: [owner('VirtualMachineInstance', 'backendvm')] }, 'backendvm'],
    [
      'its owner, whatever the annotation says',
      {
        ownerReferences: [owner('VirtualMachineInstance', 'backendvm')],
        annotations: { 'kubevirt.io/domain': 'othervm' },
      },
      'backendvm',
    ],
    [
      'the annotation where no owner is a VMI',
      { ownerReferences: [owner('Job', 'backup')], annotations: { 'kubevirt.io/domain': 'backendvm' } },
      'backendvm',
    ],
    ['the annotation of a pod without owners', { annotations: { 'kubevirt.io/domain': 'backendvm' } }, 'backendvm'],
    ['no VM for the pod of a Deployment', { ownerReferences: [owner('ReplicaSet', 'backendvm')] }, undefined],
    [
      'no VM for a pod whose labels only name one',
      { labels: { 'kubevirt.io/domain': 'backendvm', 'vm.kubevirt.io/name': 'backendvm' } },
      undefined,
    ],
    ['no VM for a pod without metadata of that kind', {}, undefined],
  ])('tells %s', (_what, metadata, name) => {
    expect(vmNameOf(aPodWith(metadata))).toBe(name);
  });

  it('tells no VM for an object without metadata', () => {
    expect(vmNameOf({})).toBeUndefined();
  });
});
