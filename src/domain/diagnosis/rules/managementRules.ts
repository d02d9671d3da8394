import { managersOf } from '../../k8s/management';
import { refOf, nameOf, uidOf, type Service } from '../../k8s/objects';
import { ownerReferenceTo } from '../../draft/owner';
import { patchStep } from '../../steps/patchStep';
import type { Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

type OwnerReference = NonNullable<NonNullable<Service['metadata']>['ownerReferences']>[number];

/** The owner of the Service that takes it away before its time: an instance, which ends at every restart, or another VM. */
const wrongOwner = ({ service, vm }: Situation): OwnerReference | undefined =>
  (service.metadata?.ownerReferences ?? []).find(
    ({ kind, uid }) => kind === 'VirtualMachineInstance' || (kind === 'VirtualMachine' && uid !== uidOf(vm.vm)),
  );

/** Who owns and who manages the Service and the VM. */
export const managementRules: readonly Rule[] = [
  {
    code: 'A1',
    grade: 'caveat',
    hop: 'Service',
    detect: (situation) => {
      const owner = wrongOwner(situation);
      return owner
        ? {
            object: { kind: 'Service', name: nameOf(situation.service) },
            field: 'metadata.ownerReferences',
            actual: `${owner.kind} ${owner.name}`,
            needed: `VirtualMachine ${nameOf(situation.vm.vm)}`,
          }
        : undefined;
    },
    fix: (situation) => {
      const { service, vm } = situation;
      const owner = wrongOwner(situation);
      const before = service.metadata?.ownerReferences ?? [];
      const own: OwnerReference = ownerReferenceTo(vm.vm);
      // another VM may be meant: that is for its owner to say
      if (owner?.kind !== 'VirtualMachineInstance') return [];
      const after = [...before.filter((reference) => reference !== owner && reference.uid !== own.uid), own];
      return patchStep(`owner/${nameOf(service)}`, 'Service', service, { of: 'owners', before, after });
    },
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'jsonpath={.metadata.ownerReferences}'),
  },
  {
    code: 'A2',
    grade: 'caveat',
    hop: 'client',
    detect: ({ service, vm }) => {
      const [ofService] = managersOf(service, 'spec');
      const [ofVm] = managersOf(vm.vm, 'spec.template.metadata.labels');
      const by = ofService ?? ofVm;
      if (!by) return undefined;
      const object = ofService
        ? { kind: 'Service' as const, name: nameOf(service) }
        : { kind: 'VirtualMachine' as const, name: nameOf(vm.vm) };
      return {
        object,
        field: by.field,
        actual: [by.ownerKind, by.name].filter(Boolean).join(' ') || by.tool,
        needed: by.tool,
      };
    },
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'jsonpath={.metadata}'),
  },
];
