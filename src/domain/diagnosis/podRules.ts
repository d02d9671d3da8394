import { nameOf } from '../objects';
import { livePod, liveVmi } from '../seen';
import type { Rule } from './rule';

export const podRules: readonly Rule[] = [
  {
    code: 'P2', grade: 'blocks', hop: 'Pod', reads: ['pods'],
    detect: ({ vm }) => {
      const pod = livePod(vm);
      if (!liveVmi(vm) || (pod && (pod.status?.podIPs ?? []).length > 0)) return undefined;
      return { object: { kind: 'Pod', name: pod ? nameOf(pod) : '' }, field: 'status.podIPs', actual: '', needed: '' };
    },
  },
  {
    code: 'P1', grade: 'blocks', hop: 'Pod', reads: ['pods'],
    detect: ({ vm, service }) => {
      const pod = livePod(vm);
      const ready = pod?.status?.conditions?.find(({ type }) => type === 'Ready');
      if (!pod || !ready || ready.status === 'True' || service.spec?.publishNotReadyAddresses) return undefined;
      return { object: { kind: 'Pod', name: nameOf(pod) }, field: 'status.conditions[Ready]', actual: [ready.status, ready.reason].filter(Boolean).join(' '), needed: 'True' };
    },
  },
];
