import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import { aPolicy } from '../../../test/objects/networkBuilders';
import type { SeenVm } from '../k8s/seen';
import { diagnose } from './diagnose';
import { endsWith, portsBlocked } from './portsBlocked';
import type { Situation } from './situation';

const PORTS = [
  { name: 'http', port: 80, targetPort: 8080 },
  { name: 'ssh', port: 22 },
];
const blocked = (situation: Situation) => portsBlocked(diagnose(situation).findings, situation.service);
const comes = (vm: SeenVm, more: Partial<Situation> = {}) =>
  endsWith(diagnose({ ...aSituation(vm), ...more }).findings);

describe('the ports that are blocked', () => {
  it('are those that the interface does not list, as clients use them', () => {
    const vm = aReachedVm({ vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] } });
    expect(blocked(aSituation(vm, { ports: PORTS }))).toEqual(['80/TCP']);
  });

  it('are those that the load balancer does not serve', () => {
    const situation = aSituation(aReachedVm(), { type: 'LoadBalancer', ports: PORTS });
    const ingress = [{ ip: '192.0.2.7', ports: [{ port: 22, protocol: 'TCP', error: 'Taken' }] }];
    const service = { ...situation.service, status: { loadBalancer: { ingress } } };
    expect(blocked({ ...situation, service })).toEqual(['22/TCP']);
  });

  it('are those that a policy blocks, unless the Service has a name for one of them', () => {
    const policed = (targetPort: number | string) =>
      aSituation(aReachedVm(), { ports: [{ name: 'http', port: 80, targetPort }, PORTS[1] ?? { port: 22 }] });
    const blockedBy = (situation: Situation) =>
      blocked({ ...situation, networkPolicies: [aPolicy()], namespaceLabels: {} });
    expect(blockedBy(policed(8080))).toEqual(['80/TCP', '22/TCP']);
    expect(blockedBy(policed('web'))).toBeUndefined();
  });

  it('are not known where a finding names none, or nothing blocks', () => {
    expect(blocked(aSituation(aStoppedVm(), { ports: PORTS }))).toBeUndefined();
    expect(blocked(aSituation(aReachedVm()))).toBeUndefined();
  });
});

describe('what ends by itself', () => {
  it('is a label that waits for a restart, a VM that is stopped, and one that starts', () => {
    expect(comes(aReachedVm({ vmi: { labels: {} }, pod: { labels: {} } }))).toBe('with-restart');
    expect(comes(aStoppedVm({ templateLabels: { tier: 'backend' } }))).toBe('with-start');
    expect(comes(aReachedVm({ vmi: { phase: 'Scheduled' } }))).toBe('when-started');
  });

  it('is nothing where something else blocks as well, or nothing does', () => {
    expect(comes(aReachedVm())).toBeUndefined();
    expect(comes(aReachedVm({ vmi: { labels: {} }, pod: { labels: {} } }), { networkPolicies: [aPolicy()] })).toBe(
      undefined,
    );
    expect(comes(aReachedVm({ vmi: { paused: true } }))).toBeUndefined();
  });
});
