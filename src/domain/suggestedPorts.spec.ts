import { aRunningVm, aStoppedVm } from '../../test/builders';
import type { SeenVm } from './seen';
import { lackingNamedPort, suggestedPorts } from './suggestedPorts';

const nic = (...ports: { name?: string; port: number; protocol?: string }[]) => ({ interfaces: [{ name: 'default', masquerade: {}, ports }] });
function withPodPorts(...ports: { name?: string; containerPort: number; protocol?: string }[]): SeenVm {
  const seen = aRunningVm();
  return { ...seen, pods: seen.pods.map((pod) => ({ ...pod, spec: { ...pod.spec, containers: [{ name: 'compute', ports }] } })) };
}

describe('ports that a VM names', () => {
  it('are those of its interface, running or not', () => {
    const expected = [{ name: 'ssh', port: 22, protocol: 'TCP' }, { name: '', port: 53, protocol: 'UDP' }];
    expect(suggestedPorts([aRunningVm({ vmi: nic({ name: 'ssh', port: 22 }, { port: 53, protocol: 'UDP' }) })])).toEqual(expected);
    expect(suggestedPorts([aStoppedVm(nic({ name: 'ssh', port: 22 }, { port: 53, protocol: 'UDP' }))])).toEqual(expected);
  });

  it('and those of its pod, but not those of KubeVirt itself; each once, with a name where there is one', () => {
    expect(suggestedPorts([withPodPorts({ containerPort: 80 }, { name: 'web', containerPort: 80 }, { name: 'kubevirt-api', containerPort: 9999 })])).toEqual([{ name: 'web', port: 80, protocol: 'TCP' }]);
  });

  it('are none for a VM that says nothing', () => {
    expect(suggestedPorts([aRunningVm(), aStoppedVm()])).toEqual([]);
  });
});

describe('VMs that lack a port of a name', () => {
  it('are those whose pod has none of that protocol', () => {
    const has = withPodPorts({ name: 'web', containerPort: 80 });
    expect(lackingNamedPort([has, aStoppedVm()], 'web', 'TCP')).toEqual([]);
    expect(lackingNamedPort([has], 'web', 'UDP')).toEqual([has]);
    expect(lackingNamedPort([has, aRunningVm()], 'other', 'TCP')).toHaveLength(2);
  });
});
