import { labelsOf } from '../../../k8s/objects';
import { podNic } from '../../../kubevirt/podNic';
import { restartObstacle } from '../../../kubevirt/lifecycle';
import { openText, portListEffect } from '../../../kubevirt/nicPorts';
import { replaceVmi } from '../../../plan/renewVm';
import { linkUpFields, patchSpec } from '../../../draft/templateSpec';
import { livePod, liveVmi } from '../../../k8s/seen';
import type { NoFacts, RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { secondaryAddresses } from './secondaryAddresses';
import { showPod, showService, showVmiField } from '../lookCommands';
import { serviceObject, vmiObject } from '../selector/whereFound';

/** What of the network interface does not hold yet, or holds with a condition. */
export interface NicPendingFacts {
  /** what runs lists, and what the template lists, each as text; '' for an interface that lists nothing */
  N3: { readonly listed: string; readonly wanted: string };
  N4: { readonly state: 'down' | 'absent' };
  N5: NoFacts;
  /** ports of the Service that are SCTP */
  N6: { readonly ports: readonly number[] };
  /** target ports that the sidecar takes for itself */
  N7: { readonly targets: readonly number[] };
  /** addresses on other networks, and that on the pod network; '' where it has none there */
  N8: { readonly secondary: readonly string[]; readonly podAddress: string };
}

/** Ports that KubeVirt keeps from the guest where there is an Istio sidecar (kubevirt, pkg/network/istio/ports.go). */
const SIDECARS_OWN = new Set([15_000, 15_001, 15_004, 15_006, 15_008, 15_009, 15_020, 15_021, 15_053, 15_090]);

const liveNic = ({ vm }: Situation) => {
  const vmi = liveVmi(vm);
  return vmi && podNic(vmi.spec);
};
const templateNic = ({ vm }: Situation) => vm.vm.spec.template?.spec && podNic(vm.vm.spec.template.spec);
const targets = ({ service }: Situation): (string | number)[] =>
  (service.spec?.ports ?? []).map(({ port, targetPort }) => targetPort ?? port);
/** The target ports that a sidecar would take for itself. */
const sidecarTargets = (situation: Situation): number[] =>
  targets(situation).filter((target): target is number => typeof target === 'number' && SIDECARS_OWN.has(target));
const INJECT = 'sidecar.istio.io/inject';

export const nicPendingRules: RulesOf<NicPendingFacts> = [
  {
    code: 'N4',
    grade: 'blocking',
    hop: 'NIC',
    detect: (situation) => {
      const nic = liveNic(situation);
      if (!nic) return undefined;
      const object = vmiObject(situation);
      const link = (liveVmi(situation.vm)?.status?.interfaces ?? []).find(({ name }) => name === nic.name)?.linkState;
      if (link === 'down') return { object, field: `status.interfaces[${nic.name}].linkState`, facts: { state: link } };
      return nic.state === 'absent' || nic.state === 'down'
        ? { object, field: `spec.domain.devices.interfaces[${nic.name}].state`, facts: { state: nic.state } }
        : undefined;
    },
    // the one field of an interface that a running VM takes over
    fix: ({ vm }) => patchSpec(vm.vm, linkUpFields(vm.vm)),
    command: showVmiField('.status.interfaces'),
  },
  {
    // the nodes have to route to that network, and what reaches it need not be what reaches the pod network
    code: 'N8',
    grade: 'limitation',
    hop: 'NIC',
    reads: ['endpointSlices'],
    detect: (situation) => {
      const secondary = secondaryAddresses(situation);
      return secondary.length > 0
        ? {
            object: vmiObject(situation),
            field: 'status.interfaces[].ipAddress',
            facts: { secondary, podAddress: liveNic(situation) ? (livePod(situation.vm)?.status?.podIP ?? '') : '' },
          }
        : undefined;
    },
    command: showVmiField('.status.interfaces'),
  },
  {
    code: 'N3',
    grade: 'limitation',
    hop: 'NIC',
    detect: (situation) => {
      const [wanted, now] = [templateNic(situation), liveNic(situation)];
      return wanted && now && portListEffect(now) !== 'none' && openText(wanted) !== openText(now)
        ? {
            object: vmiObject(situation),
            field: `spec.domain.devices.interfaces[${now.name}].ports`,
            facts: { listed: openText(now), wanted: openText(wanted) },
          }
        : undefined;
    },
    fix: (situation) =>
      restartObstacle(situation.vm)
        ? []
        : replaceVmi(
            situation.vm,
            {},
            {
              openPorts: (templateNic(situation)?.ports ?? []).map(({ port, protocol = 'TCP' }) => ({
                port,
                protocol,
              })),
            },
          ),
    command: showVmiField('.spec.domain.devices.interfaces'),
  },
  {
    code: 'N5',
    grade: 'limitation',
    hop: 'NIC',
    detect: (situation) => {
      const nic = liveNic(situation);
      const network = liveVmi(situation.vm)?.spec.networks?.find(({ name }) => name === nic?.name);
      // a default network of Multus is bridged as a matter of course
      return nic?.bridge && network?.pod
        ? {
            object: vmiObject(situation),
            field: `spec.domain.devices.interfaces[${nic.name}]`,
            facts: {},
          }
        : undefined;
    },
    command: showVmiField('.spec.domain.devices.interfaces'),
  },
  {
    code: 'N6',
    grade: 'limitation',
    hop: 'NIC',
    detect: (situation) => {
      const sctp = (situation.service.spec?.ports ?? []).filter(({ protocol }) => protocol === 'SCTP');
      return sctp.length > 0
        ? {
            object: serviceObject(situation),
            field: 'spec.ports[].protocol',
            facts: { ports: sctp.map(({ port }) => port) },
          }
        : undefined;
    },
    command: showService('jsonpath={.spec.ports}'),
  },
  {
    code: 'N7',
    grade: 'limitation',
    hop: 'NIC',
    reads: ['pods'],
    concerns: (situation) => sidecarTargets(situation).length > 0,
    detect: (situation) => {
      const pod = livePod(situation.vm);
      // KubeVirt copies the annotation to the pod as a label, by which newer Istio decides
      return [pod?.metadata?.annotations?.[INJECT], labelsOf(pod)[INJECT]].includes('true')
        ? {
            object: serviceObject(situation),
            field: 'spec.ports[].targetPort',
            facts: { targets: sidecarTargets(situation) },
          }
        : undefined;
    },
    command: showPod('-o', 'jsonpath={.metadata.annotations}'),
  },
];
