import { managersOf, type ManagementTool } from '../../k8s/management';
import { nameOf, uidOf, type Service } from '../../k8s/objects';
import { ownerReferenceTo } from '../../draft/owner';
import { patchStep } from '../../steps/patchStep';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { showService } from './lookCommands';
import { serviceObject, vmObject } from './selector/whereFound';

/** Who owns and who manages the Service and the VM. */
export interface ManagementFacts {
  /** who owns the Service, and the VM that should */
  A1: { readonly owner: { readonly kind: string; readonly name: string }; readonly vm: string };
  /** the tool, and the object that it works by: both parts are '' where its mark does not say them */
  A2: { readonly tool: ManagementTool; readonly ownerKind: string; readonly name: string };
}

type OwnerReference = NonNullable<NonNullable<Service['metadata']>['ownerReferences']>[number];

/** The owner that takes the Service away too soon: an instance, which ends at every restart, or another VM. */
const wrongOwner = ({ service, vm }: Situation): OwnerReference | undefined =>
  (service.metadata?.ownerReferences ?? []).find(
    ({ kind, uid }) => kind === 'VirtualMachineInstance' || (kind === 'VirtualMachine' && uid !== uidOf(vm.vm)),
  );

export const managementRules: RulesOf<ManagementFacts> = [
  {
    code: 'A1',
    grade: 'limitation',
    hop: 'Service',
    detect: (situation) => {
      const owner = wrongOwner(situation);
      return owner
        ? {
            object: serviceObject(situation),
            field: 'metadata.ownerReferences',
            facts: { owner: { kind: owner.kind, name: owner.name }, vm: nameOf(situation.vm.vm) },
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
    command: showService('jsonpath={.metadata.ownerReferences}'),
  },
  {
    code: 'A2',
    grade: 'limitation',
    hop: 'client',
    detect: (situation) => {
      const { service, vm } = situation;
      const [ofService] = managersOf(service, 'spec');
      const [ofVm] = managersOf(vm.vm, 'spec.template.metadata.labels');
      const by = ofService ?? ofVm;
      if (!by) return undefined;
      return {
        object: ofService ? serviceObject(situation) : vmObject(situation),
        field: by.field,
        facts: { tool: by.tool, ownerKind: by.ownerKind, name: by.name },
      };
    },
    command: showService('jsonpath={.metadata}'),
  },
];
