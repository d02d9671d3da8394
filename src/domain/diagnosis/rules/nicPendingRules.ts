import { endpointsOf } from '../../k8s/endpoints';
import { refOf, namespaceOf, labelsOf, nameOf } from '../../k8s/objects';
import { podNic } from '../../k8s/podNic';
import { restartObstacle } from '../../k8s/lifecycle';
import { openText } from '../../k8s/nicPorts';
import { replaceVmi } from '../../plan/renewVm';
import { linkUpFields, patchSpec } from '../../draft/templateSpec';
import { livePod, liveVmi } from '../../k8s/seen';
import type { Finding, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

/** Ports that an Istio sidecar keeps for itself (istio.io, "Ports used by Istio"). */
const isSidecarsOwn = (port: number): boolean => port >= 15_000 && port <= 15_090;

const vmiObject = ({ vm }: Situation): Finding['object'] => ({ kind: 'VirtualMachineInstance', name: nameOf(vm.vm) });
const vmiCommand =
  (path: string) =>
  ({ vm }: Situation): string =>
    oc.get(refOf('VirtualMachineInstance', vm.vm), '-o', `jsonpath={${path}}`);
const liveNic = ({ vm }: Situation) => {
  const vmi = liveVmi(vm);
  return vmi && podNic(vmi.spec);
};
const templateNic = ({ vm }: Situation) => vm.vm.spec.template?.spec && podNic(vm.vm.spec.template.spec);
const targets = ({ service }: Situation): (string | number)[] =>
  (service.spec?.ports ?? []).map(({ port, targetPort }) => targetPort ?? port);
/** The target ports that a sidecar would take for itself. */
const sidecarTargets = (situation: Situation): number[] =>
  targets(situation).filter((target): target is number => typeof target === 'number' && isSidecarsOwn(target));
const INJECT = 'sidecar.istio.io/inject';

/** What of the interface does not hold yet, or holds with a condition. */
export const nicPendingRules: readonly Rule[] = [
  {
    code: 'N4',
    grade: 'blocks',
    hop: 'NIC',
    detect: (situation) => {
      const nic = liveNic(situation);
      if (!nic) return undefined;
      const found = { object: vmiObject(situation), needed: 'up' };
      const link = (liveVmi(situation.vm)?.status?.interfaces ?? []).find(({ name }) => name === nic.name)?.linkState;
      if (link === 'down') return { ...found, field: `status.interfaces[${nic.name}].linkState`, actual: link };
      return nic.state === 'absent' || nic.state === 'down'
        ? { ...found, field: `spec.domain.devices.interfaces[${nic.name}].state`, actual: nic.state }
        : undefined;
    },
    // the one field of an interface that a running VM takes over
    fix: ({ vm }) => patchSpec(vm.vm, linkUpFields(vm.vm)),
    command: vmiCommand('.status.interfaces'),
  },
  {
    // a Service can lead by a hand-made slice only to what is not on the pod network, and that only where routing allows it
    code: 'N8',
    grade: 'blocks',
    hop: 'NIC',
    reads: ['endpointSlices'],
    detect: (situation) => {
      const { service, vm, endpointSlices = [] } = situation;
      const nic = liveNic(situation);
      const secondary = (vm.vmi?.status?.interfaces ?? [])
        .filter(({ name }) => name !== nic?.name)
        .flatMap((other) => [other.ipAddress, ...(other.ipAddresses ?? [])]);
      const ofPod = (livePod(vm)?.status?.podIPs ?? []).map(({ ip }) => ip);
      const used = endpointsOf(service, vm, endpointSlices)
        .flatMap(({ addresses }) => addresses)
        .filter((address) => secondary.includes(address) && !ofPod.includes(address));
      return used.length > 0
        ? {
            object: vmiObject(situation),
            field: 'status.interfaces[].ipAddress',
            actual: used.join(', '),
            needed: livePod(vm)?.status?.podIP ?? '',
          }
        : undefined;
    },
    command: vmiCommand('.status.interfaces'),
  },
  {
    code: 'N3',
    grade: 'caveat',
    hop: 'NIC',
    detect: (situation) => {
      const [wanted, now] = [templateNic(situation), liveNic(situation)];
      return wanted && now?.masquerade && openText(wanted) !== openText(now)
        ? {
            object: vmiObject(situation),
            field: `spec.domain.devices.interfaces[${now.name}].ports`,
            actual: openText(now),
            needed: openText(wanted),
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
    command: vmiCommand('.spec.domain.devices.interfaces'),
  },
  {
    code: 'N5',
    grade: 'caveat',
    hop: 'NIC',
    detect: (situation) => {
      const nic = liveNic(situation);
      const network = liveVmi(situation.vm)?.spec.networks?.find(({ name }) => name === nic?.name);
      // a default network of Multus is bridged as a matter of course
      return nic?.bridge && network?.pod
        ? {
            object: vmiObject(situation),
            field: `spec.domain.devices.interfaces[${nic.name}]`,
            actual: 'bridge',
            needed: 'masquerade',
          }
        : undefined;
    },
    command: vmiCommand('.spec.domain.devices.interfaces'),
  },
  {
    code: 'N6',
    grade: 'caveat',
    hop: 'NIC',
    detect: ({ service }) => {
      const sctp = (service.spec?.ports ?? []).filter(({ protocol }) => protocol === 'SCTP');
      return sctp.length > 0
        ? {
            object: { kind: 'Service', name: nameOf(service) },
            field: 'spec.ports[].protocol',
            actual: sctp.map(({ port }) => `${port}/SCTP`).join(', '),
            needed: 'TCP, UDP',
          }
        : undefined;
    },
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'jsonpath={.spec.ports}'),
  },
  {
    code: 'N7',
    grade: 'caveat',
    hop: 'NIC',
    reads: ['pods'],
    concerns: (situation) => sidecarTargets(situation).length > 0,
    detect: (situation) => {
      const pod = livePod(situation.vm);
      // KubeVirt copies the annotation to the pod as a label, by which newer Istio decides
      return [pod?.metadata?.annotations?.[INJECT], labelsOf(pod)[INJECT]].includes('true')
        ? {
            object: { kind: 'Service', name: nameOf(situation.service) },
            field: 'spec.ports[].targetPort',
            actual: sidecarTargets(situation).join(', '),
            needed: '',
          }
        : undefined;
    },
    command: ({ vm }) =>
      oc.get(
        { kind: 'Pod', namespace: namespaceOf(vm.vm), name: nameOf(livePod(vm) ?? {}) },
        '-o',
        'jsonpath={.metadata.annotations}',
      ),
  },
];
