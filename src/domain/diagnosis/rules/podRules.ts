import { isPaused } from '../../k8s/lifecycle';
import { refOf, namespaceOf, nameOf } from '../../k8s/objects';
import { livePod, liveVmi } from '../../k8s/seen';
import { fixService } from './remedies';
import type { Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

const podCommand = ({ vm }: Situation): string =>
  oc.describe({ kind: 'Pod', namespace: namespaceOf(vm.vm), name: nameOf(livePod(vm) ?? {}) });
const probeOf = ({ vm }: Situation) => liveVmi(vm)?.spec.readinessProbe;

export const podRules: readonly Rule[] = [
  {
    code: 'P2',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods'],
    detect: ({ vm }) => {
      const pod = livePod(vm);
      if (!liveVmi(vm) || (pod && (pod.status?.podIPs ?? []).length > 0)) return undefined;
      return { object: { kind: 'Pod', name: pod ? nameOf(pod) : '' }, field: 'status.podIPs', actual: '', needed: '' };
    },
    command: ({ vm }) =>
      oc.list('pods', namespaceOf(vm.vm), '-l', `kubevirt.io/created-by=${vm.vmi?.metadata?.uid ?? ''}`, '-o', 'wide'),
  },
  {
    code: 'P1',
    grade: 'blocks',
    hop: 'Pod',
    reads: ['pods'],
    detect: ({ vm, service }) => {
      const pod = livePod(vm);
      const ready = pod?.status?.conditions?.find(({ type }) => type === 'Ready');
      if (!pod || !ready || ready.status === 'True' || service.spec?.publishNotReadyAddresses) return undefined;
      return {
        object: { kind: 'Pod', name: nameOf(pod) },
        field: 'status.conditions[Ready]',
        actual: [ready.status, ready.reason].filter(Boolean).join(' '),
        needed: 'True',
      };
    },
    // a paused guest answers nobody, whoever is led to it
    fix: ({ vm, service }) => (isPaused(vm) ? [] : fixService(service, { publishNotReadyAddresses: true })),
    command: podCommand,
  },
  {
    // the kubelet probes over the default network, where the guest is not
    code: 'P3',
    grade: 'caveat',
    hop: 'Pod',
    reads: ['primaryNetwork'],
    concerns: (situation) => probeOf(situation)?.httpGet !== undefined || probeOf(situation)?.tcpSocket !== undefined,
    detect: (situation) =>
      situation.primaryNetwork?.kind === 'user-defined'
        ? {
            object: { kind: 'VirtualMachineInstance', name: nameOf(situation.vm.vm) },
            field: 'spec.readinessProbe',
            actual: probeOf(situation)?.httpGet ? 'httpGet' : 'tcpSocket',
            needed: 'guestAgentPing',
          }
        : undefined,
    command: ({ vm }) => oc.get(refOf('VirtualMachine', vm.vm), '-o', 'jsonpath={.spec.template.spec.readinessProbe}'),
  },
];
