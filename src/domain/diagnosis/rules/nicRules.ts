import { refOf, nameOf } from '../../k8s/objects';
import { isLetThrough, listsPorts, openText } from '../../k8s/nicPorts';
import { shutPorts } from '../../draft/templateSpec';
import { portDraftsOf } from '../../service/joinedPorts';
import { renewSpec } from './remedies';
import { getsPodNetwork, podNic, type NetworkedSpec } from '../../k8s/podNic';
import { liveVmi } from '../../k8s/seen';
import type { Finding, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

/** The spec whose network is judged, and where it stands. */
interface Networked {
  readonly object: Finding['object'];
  readonly spec: NetworkedSpec;
  /** the field path of `spec` in the object */
  readonly at: string;
}

/** What runs; for a planned Service the VM's template, where that is what will run. */
function networkedOf({ vm, planned }: Situation): Networked | undefined {
  const vmi = liveVmi(vm);
  if (vmi && !planned?.restarts)
    return { object: { kind: 'VirtualMachineInstance', name: nameOf(vmi) }, spec: vmi.spec, at: 'spec' };
  const template = planned && vm.vm.spec.template?.spec;
  return (
    template && { object: { kind: 'VirtualMachine', name: nameOf(vm.vm) }, spec: template, at: 'spec.template.spec' }
  );
}

export const nicRules: readonly Rule[] = [
  {
    code: 'N1',
    grade: 'blocks',
    hop: 'NIC',
    detect: (situation) => {
      const networked = networkedOf(situation);
      if (!networked || podNic(networked.spec)) return undefined;
      const { object, spec, at } = networked;
      if (object.kind === 'VirtualMachine' && getsPodNetwork(spec)) return undefined;
      return {
        object,
        field: `${at}.networks`,
        actual: (spec.networks ?? []).map(({ name }) => name).join(', '),
        needed: 'pod: {}',
      };
    },
    command: ({ vm }) => oc.get(refOf('VirtualMachine', vm.vm), '-o', 'jsonpath={.spec.template.spec.networks}'),
  },
  {
    // an empty list lets everything through; a non-empty one only what it names, TCP unless it says otherwise
    code: 'N2',
    grade: 'blocks',
    hop: 'NIC',
    detect: (situation) => {
      const { service } = situation;
      const networked = networkedOf(situation);
      const nic = networked && podNic(networked.spec);
      if (!networked || !nic?.masquerade || !listsPorts(nic)) return undefined;
      const shut = (service.spec?.ports ?? []).filter(
        ({ port, targetPort, protocol }) => !isLetThrough(nic, String(targetPort ?? port), protocol ?? 'TCP'),
      );
      if (shut.length === 0) return undefined;
      return {
        object: networked.object,
        field: `${networked.at}.domain.devices.interfaces[${nic.name}].ports`,
        actual: openText(nic),
        needed: shut
          .map(({ port, targetPort, protocol }) => `${String(targetPort ?? port)}/${protocol ?? 'TCP'}`)
          .join(', '),
        isPartial: shut.length < (service.spec?.ports ?? []).length,
      };
    },
    fix: ({ service, vm, planned }) => {
      const spec = vm.vm.spec.template?.spec;
      if (!spec || planned) return [];
      // what runs may lag behind a template that has been mended: then only the restart is left
      const openPorts = shutPorts({ ports: portDraftsOf(service) }, liveVmi(vm)?.spec ?? spec);
      return openPorts.length === 0 ? [] : renewSpec(vm, { openPorts });
    },
    command: ({ vm }) =>
      oc.get(refOf('VirtualMachine', vm.vm), '-o', 'jsonpath={.spec.template.spec.domain.devices.interfaces}'),
  },
];
