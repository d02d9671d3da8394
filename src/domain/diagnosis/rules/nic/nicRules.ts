import { isLetThrough, listsPorts, openText, portListEffect } from '../../../kubevirt/nicPorts';
import { blockedPorts } from '../../../draft/templateSpec';
import { portDraftsOf } from '../../../service/servicePort';
import { renewSpec } from '../remedies';
import { getsPodNetwork, podNic, type NetworkedSpec } from '../../../kubevirt/podNic';
import { liveVmi } from '../../../k8s/seen';
import type { FoundObject, RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { targetAtVm } from '../endpointPorts';
import { showVmField } from '../lookCommands';
import { selectorOf } from '../selector/selectorMatch';
import { secondaryAddresses } from './secondaryAddresses';
import { vmiObject, vmObject } from '../selector/whereFound';

/** What of the network interface keeps connections out. */
export interface NicFacts {
  /** names of the networks that it has instead */
  N1: { readonly networks: readonly string[] };
  /**
   * what the interface lists, as text, and the targets that it lacks; a target may be a port by name. With a plugin it
   * is the plugin that lets them through or not; '' for a binding of which it is known.
   */
  N2: {
    readonly plugin: string;
    readonly listed: string;
    readonly missing: readonly { readonly target: string | number; readonly protocol: string }[];
  };
}

const hasSelector = (situation: Situation): boolean => Object.keys(selectorOf(situation)).length > 0;

/** The spec whose network is judged, and where it stands. */
interface Networked {
  readonly object: FoundObject;
  readonly spec: NetworkedSpec;
  /** the field path of `spec` in the object */
  readonly at: string;
}

/** What runs; for a planned Service the VM's template, where that is what will run. */
function networkedOf(situation: Situation): Networked | undefined {
  const { vm, planned } = situation;
  const vmi = liveVmi(vm);
  if (vmi && !planned?.restarts) return { object: vmiObject(situation), spec: vmi.spec, at: 'spec' };
  const template = planned && vm.vm.spec.template?.spec;
  return template && { object: vmObject(situation), spec: template, at: 'spec.template.spec' };
}

export const nicRules: RulesOf<NicFacts> = [
  {
    code: 'N1',
    grade: 'blocking',
    hop: 'NIC',
    detect: (situation) => {
      const networked = networkedOf(situation);
      if (!networked || podNic(networked.spec)) return undefined;
      const { object, spec, at } = networked;
      if (!situation.planned) {
        if (!hasSelector(situation) && !situation.endpointSlices) return { undecidedBy: ['endpointSlices'] };
        // what someone keeps sends to another network, as another rule tells
        if (secondaryAddresses(situation).length > 0) return undefined;
      }
      if (object.kind === 'VirtualMachine' && getsPodNetwork(spec)) return undefined;
      return {
        object,
        field: `${at}.networks`,
        facts: { networks: (spec.networks ?? []).map(({ name }) => name) },
      };
    },
    command: showVmField('.spec.template.spec.networks'),
  },
  {
    // an empty list lets everything through; a non-empty one only what it names, TCP unless it says otherwise
    code: 'N2',
    grade: 'blocking',
    hop: 'NIC',
    detect: (situation) => {
      const { service } = situation;
      const networked = networkedOf(situation);
      const nic = networked && podNic(networked.spec);
      const effect = nic && portListEffect(nic);
      if (!networked || !nic || effect === 'none' || !listsPorts(nic)) return undefined;
      const ports = service.spec?.ports ?? [];
      const blocked = ports
        .map((port) => ({ target: targetAtVm(situation, port), protocol: port.protocol ?? 'TCP' }))
        .filter(({ target, protocol }) => !isLetThrough(nic, String(target), protocol));
      if (blocked.length === 0) return undefined;
      return {
        ...(effect === 'unknown' ? { grade: 'limitation' } : {}),
        object: networked.object,
        field: `${networked.at}.domain.devices.interfaces[${nic.name}].ports`,
        facts: {
          plugin: effect === 'unknown' ? (nic.binding?.name ?? '') : '',
          listed: openText(nic),
          missing: blocked,
        },
        isPartial: blocked.length < ports.length,
      };
    },
    fix: ({ service, vm, planned }) => {
      const spec = vm.vm.spec.template?.spec;
      if (!spec || planned) return [];
      // what runs may lag behind a template that has been mended: then only the restart is left
      const openPorts = blockedPorts({ ports: portDraftsOf(service) }, liveVmi(vm)?.spec ?? spec);
      return openPorts.length === 0 ? [] : renewSpec(vm, { openPorts });
    },
    command: showVmField('.spec.template.spec.domain.devices.interfaces'),
  },
];
