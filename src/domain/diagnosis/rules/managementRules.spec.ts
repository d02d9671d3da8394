import { aService, type ServiceOptions } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../test/objects/diagnosis';
import { managementRules } from './managementRules';
import { offerFor } from '../offer';
import type { Situation } from '../situation';

const owned = (kind: string, name: string, uid: string, options: ServiceOptions = {}): Situation => {
  const service = aService({ selector: { tier: 'backend' }, ...options });
  const metadata = { ...service.metadata, ownerReferences: [{ apiVersion: 'kubevirt.io/v1', kind, name, uid }] };
  return { ...aSituation(aReachedVm()), service: { ...service, metadata } };
};

describe('A1: the Service will vanish', () => {
  it.each([
    ['the VM itself', owned('VirtualMachine', 'backendvm', 'vm-backendvm'), []],
    ['an instance', owned('VirtualMachineInstance', 'backendvm', 'vmi-1'), ['A1']],
    ['another VM', owned('VirtualMachine', 'other', 'vm-other'), ['A1']],
    ['nobody', aSituation(aReachedVm()), []],
  ])('with its owner %s', (_, situation, codes) => {
    expect(detectedBy(managementRules, situation)).toEqual(codes);
  });

  it("is made the VM's own where an instance has it, and left alone where another VM does", () => {
    const [step] = offerFor('A1', owned('VirtualMachineInstance', 'backendvm', 'vmi-1')).steps;
    expect(step).toMatchObject({ kind: 'patch', target: { kind: 'Service', name: 'backend' } });
    expect(JSON.stringify(step)).toContain(
      '"kind":"VirtualMachine","name":"backendvm","uid":"vm-backendvm","controller":true,"blockOwnerDeletion":false',
    );
    expect(offerFor('A1', owned('VirtualMachine', 'other', 'vm-other')).steps).toEqual([]);
  });
});

describe('A2: managed by another tool', () => {
  const labelled = (labels: Record<string, string>) => {
    const situation = aSituation(aReachedVm());
    return { ...situation, service: { ...situation.service, metadata: { ...situation.service.metadata, labels } } };
  };

  it('is told of the Service, with who it is', () => {
    const finding = findingOf(labelled({ 'argocd.argoproj.io/instance': 'shop' }), 'A2');
    expect(finding).toMatchObject({
      grade: 'limitation',
      object: { kind: 'Service', names: ['backend'] },
      actual: 'Application shop',
    });
  });

  it('is told of the VM', () => {
    const vm = aReachedVm({ vm: { labels: { 'kustomize.toolkit.fluxcd.io/name': 'vms' } } });
    expect(findingOf(aSituation(vm), 'A2')).toMatchObject({
      object: { kind: 'VirtualMachine', names: ['backendvm'] },
      actual: 'Kustomization vms',
      field: 'spec.template.metadata.labels',
    });
  });

  it('is not told where nobody is seen to', () => {
    expect(findingOf(aSituation(aReachedVm()), 'A2')).toBeUndefined();
  });
});
