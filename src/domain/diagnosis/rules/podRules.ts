import { CREATED_BY_KEY } from '../../k8s/labelKeys';
import { oc } from '../../k8s/oc';
import { isPaused } from '../../kubevirt/lifecycle';
import { nameOf } from '../../k8s/objects';
import { livePod, liveVmi } from '../../k8s/seen';
import { fixService } from './remedies';
import { isServedByHand } from './endpointPorts';
import type { NoFacts, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { namespaceOf, showVmField } from './lookCommands';
import { selectorOf } from './selector/selectorMatch';
import { podObject, vmiObject } from './selector/whereFound';

/** What of the pod keeps connections away. */
export interface PodFacts {
  /** of the condition Ready; no reason when the kubelet states none */
  P1: { readonly status: string; readonly reason: string | undefined };
  P2: NoFacts;
  /** how the probe asks */
  P3: { readonly probe: 'httpGet' | 'tcpSocket' };
}

const probeOf = ({ vm }: Situation) => liveVmi(vm)?.spec.readinessProbe;

export const podRules: RulesOf<PodFacts> = [
  {
    code: 'P2',
    grade: 'blocking',
    hop: 'Pod',
    reads: ['pods'],
    detect: (situation) => {
      const pod = livePod(situation.vm);
      if (!liveVmi(situation.vm) || (pod && (pod.status?.podIPs ?? []).length > 0)) return undefined;
      return { object: podObject(situation), field: 'status.podIPs', facts: {} };
    },
    command: ({ vm }) =>
      oc.list(
        'pods',
        vm.vm.metadata?.namespace ?? '',
        '-l',
        `${CREATED_BY_KEY}=${vm.vmi?.metadata?.uid ?? ''}`,
        '-o',
        'wide',
      ),
  },
  {
    // who keeps the slices of a Service without a selector decides what is ready
    code: 'P1',
    grade: 'blocking',
    hop: 'Pod',
    reads: ['pods'],
    concerns: (situation) => Object.keys(selectorOf(situation)).length > 0,
    detect: (situation) => {
      const { vm, service } = situation;
      const pod = livePod(vm);
      const ready = pod?.status?.conditions?.find(({ type }) => type === 'Ready');
      if (!pod || !ready || ready.status === 'True') return undefined;
      if (service.spec?.publishNotReadyAddresses || isServedByHand(situation)) return undefined;
      return {
        object: podObject(situation),
        field: 'status.conditions[Ready]',
        facts: { status: ready.status, reason: ready.reason },
      };
    },
    // a paused guest does not answer
    fix: ({ vm, service }) => (isPaused(vm) ? [] : fixService(service, { publishNotReadyAddresses: true })),
    command: (situation) =>
      oc.describe({ kind: 'Pod', namespace: namespaceOf(situation), name: nameOf(livePod(situation.vm) ?? {}) }),
  },
  {
    // the kubelet probes over the default network, where the guest is not
    code: 'P3',
    grade: 'limitation',
    hop: 'Pod',
    reads: ['primaryNetwork'],
    concerns: (situation) => probeOf(situation)?.httpGet !== undefined || probeOf(situation)?.tcpSocket !== undefined,
    detect: (situation) =>
      situation.primaryNetwork?.kind === 'user-defined'
        ? {
            object: vmiObject(situation),
            field: 'spec.readinessProbe',
            facts: { probe: probeOf(situation)?.httpGet ? 'httpGet' : 'tcpSocket' },
          }
        : undefined,
    command: showVmField('.spec.template.spec.readinessProbe'),
  },
];
