import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import type { SeenVm } from '../k8s/seen';
import { suggestedPorts, vmsWithoutPort } from './suggestedPorts';

type Ports = readonly { name?: string; port: number; protocol?: string }[];

const nic = (ports: Ports) => ({
  interfaces: [{ name: 'default', masquerade: {}, ports: ports.map((port) => ({ ...port })) }],
});
const withContainerPorts = (
  seen: SeenVm,
  ports: readonly { name?: string; containerPort: number; protocol?: string }[],
): SeenVm => ({
  ...seen,
  pods: seen.pods.map((pod) => ({
    ...pod,
    spec: { containers: [{ name: 'compute', ports: ports.map((port) => ({ ...port })) }], nodeName: 'node1' },
  })),
});

describe('suggestedPorts', () => {
  it('are none where nothing lists any', () => {
    expect(suggestedPorts([aRunningVm(), aStoppedVm()])).toEqual([]);
  });

  it('are those of template, running instance and pod, each once, the lowest first, with a name where there is one', () => {
    const seen = aRunningVm({ vm: nic([{ port: 8080 }]), vmi: nic([{ port: 8080 }, { port: 22, name: 'ssh' }]) });
    const ports = [
      { containerPort: 8080, name: 'web', protocol: 'TCP' },
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 9, protocol: 'DCCP' },
    ];
    expect(suggestedPorts([withContainerPorts(seen, ports)])).toEqual([
      { port: 22, name: 'ssh', protocol: 'TCP' },
      { port: 53, name: '', protocol: 'UDP' },
      { port: 8080, name: 'web', protocol: 'TCP' },
    ]);
  });
});

describe('vmsWithoutPort', () => {
  const web = [{ containerPort: 8080, name: 'web', protocol: 'TCP' }];

  it('asks the running pod: the template counts from the next start', () => {
    const waiting = aRunningVm({ vm: nic([{ port: 8080, name: 'web' }]) });
    expect(vmsWithoutPort([waiting], 'web', 'TCP')).toEqual([waiting]);
    expect(vmsWithoutPort([withContainerPorts(waiting, web)], 'web', 'TCP')).toEqual([]);
  });

  it('wants the same protocol', () => {
    const seen = withContainerPorts(aRunningVm(), web);
    expect(vmsWithoutPort([seen], 'web', 'UDP')).toEqual([seen]);
  });

  it('asks the template of a VM that does not run, and nothing where pods could not be read', () => {
    const stopped = aStoppedVm(nic([{ port: 8080, name: 'web' }]));
    expect(vmsWithoutPort([stopped], 'web', 'TCP')).toEqual([]);
    expect(vmsWithoutPort([stopped], 'other', 'TCP')).toEqual([stopped]);
    expect(vmsWithoutPort([{ ...aRunningVm(), pods: [], arePodsUnknown: true }], 'web', 'TCP')).toEqual([]);
  });
});
