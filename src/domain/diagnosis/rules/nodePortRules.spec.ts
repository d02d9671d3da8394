import { aReachedVm, aSituation, findingOf, uncheckedOf } from '../../../../test/objects/diagnosis';
import type { ResourceQuota } from '../../k8s/objects';
import { diagnose } from '../diagnose';

const outside = (type = 'NodePort') => {
  const situation = aSituation(aReachedVm(), { type });
  const service = { ...situation.service, spec: { ...situation.service.spec, ports: [{ port: 80, nodePort: 30080 }] } };
  return { ...situation, service };
};
const quota = (hard: Record<string, string>, used: Record<string, string>): ResourceQuota => ({
  metadata: { name: 'few' },
  spec: { hard },
  status: { hard, used },
});

describe('node ports and admission', () => {
  it('O1: names the port and the node that answers for sure', () => {
    const situation = outside();
    const pods = situation.vm.pods.map((pod) => ({ ...pod, status: { ...pod.status, hostIP: '198.51.100.11' } }));
    expect(findingOf({ ...situation, vm: { ...situation.vm, pods } }, 'O1')).toMatchObject({
      grade: 'note',
      actual: '30080',
      needed: '198.51.100.11',
    });
    expect(findingOf(aSituation(aReachedVm()), 'O1')).toBeUndefined();
  });

  it('O1: names a port that TCP and UDP share once, and no other node where the policy is Local', () => {
    const { service, ...situation } = outside();
    const ports = ['TCP', 'UDP'].map((protocol) => ({ name: protocol, port: 554, protocol, nodePort: 30554 }));
    const spec = { ...service.spec, ports, externalTrafficPolicy: 'Local' };
    expect(findingOf({ ...situation, service: { ...service, spec } }, 'O1')).toMatchObject({
      facts: { nodePorts: [30554], isLocal: true },
    });
  });

  it.each<[string, string, Record<string, string>, Record<string, string>, string | undefined]>([
    ['room left', 'NodePort', { 'services.nodeports': '2' }, { 'services.nodeports': '1' }, undefined],
    ['no room', 'NodePort', { 'services.nodeports': '0' }, { 'services.nodeports': '1' }, 'services.nodeports'],
    [
      'no load balancer',
      'LoadBalancer',
      { 'services.loadbalancers': '1' },
      { 'services.loadbalancers': '1' },
      'services.loadbalancers',
    ],
    ['a quota of something else', 'NodePort', { pods: '0' }, { pods: '4' }, undefined],
  ])('O2: a quota with %s', (_, type, hard, used, actual) => {
    expect(findingOf({ ...outside(type), quotas: [quota(hard, used)] }, 'O2')?.actual).toBe(actual);
  });

  it('O2: a load balancer without node ports takes none of a quota', () => {
    const { service, ...more } = outside('LoadBalancer');
    const without = {
      ...service,
      spec: { ...service.spec, allocateLoadBalancerNodePorts: false, ports: [{ port: 80 }] },
    };
    expect(
      findingOf({ ...more, service: without, quotas: [quota({ 'services.nodeports': '0' }, {})] }, 'O2'),
    ).toBeUndefined();
  });

  it('O2: was not checked where the quotas were not read, and does not concern a ClusterIP Service', () => {
    expect(uncheckedOf(diagnose(outside()))).toContain('O2');
    expect(uncheckedOf(diagnose(aSituation(aReachedVm())))).not.toContain('O2');
  });
});
