import { nameOf, type VirtualMachineInstance } from '../objects';
import { liveVmi } from '../seen';
import type { Rule } from './rule';

/** The interface that is on the pod network (or on a Multus network that stands in for it); Services reach no other. */
export const podNic = ({ spec }: VirtualMachineInstance) => {
  // the API's field is `default`; the generated type names it `_default`
  const network = (spec.networks ?? []).find(({ pod, multus }) => pod || (multus as { default?: boolean } | undefined)?.default);
  return network && (spec.domain.devices.interfaces ?? []).find(({ name }) => name === network.name);
};

export const nicRules: readonly Rule[] = [
  {
    code: 'N1', grade: 'blocks', hop: 'NIC',
    detect: ({ vm }) => {
      const vmi = liveVmi(vm);
      return vmi && !podNic(vmi)
        ? { object: { kind: 'VirtualMachineInstance', name: nameOf(vmi) }, field: 'spec.networks', actual: (vmi.spec.networks ?? []).map(({ name }) => name).join(', '), needed: 'pod: {}' }
        : undefined;
    },
  },
  {
    // an empty list lets everything through; a non-empty one only what it names, TCP unless it says otherwise
    code: 'N2', grade: 'blocks', hop: 'NIC',
    detect: ({ vm, service }) => {
      const vmi = liveVmi(vm);
      const nic = vmi && podNic(vmi);
      const allowed = nic?.masquerade ? (nic.ports ?? []) : [];
      if (!vmi || allowed.length === 0) return undefined;
      const shut = (service.spec?.ports ?? []).filter(({ port, targetPort, protocol }) => {
        const target = targetPort ?? port;
        return !allowed.some((open) => (String(open.port) === String(target) || open.name === String(target)) && (open.protocol ?? 'TCP') === (protocol ?? 'TCP'));
      });
      if (shut.length === 0) return undefined;
      return {
        object: { kind: 'VirtualMachineInstance', name: nameOf(vmi) },
        field: `spec.domain.devices.interfaces[${nic?.name ?? ''}].ports`,
        actual: allowed.map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`).join(', '),
        needed: shut.map(({ port, targetPort, protocol }) => `${String(targetPort ?? port)}/${protocol ?? 'TCP'}`).join(', '),
        isPartial: shut.length < (service.spec?.ports ?? []).length,
      };
    },
  },
];
