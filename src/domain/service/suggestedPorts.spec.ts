import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import type { SeenVm } from '../k8s/seen';
import { suggestedPorts, vmsWithoutTarget } from './suggestedPorts';

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

describe('vmsWithoutTarget', () => {
  const web = [{ containerPort: 8080, name: 'web', protocol: 'TCP' }];

  it('asks the running pod: the template counts from the next start', () => {
    const waiting = aRunningVm({ vm: nic([{ port: 8080, name: 'web' }]) });
    expect(vmsWithoutTarget([waiting], { targetPort: 'web', protocol: 'TCP' })).toEqual([waiting]);
    expect(vmsWithoutTarget([withContainerPorts(waiting, web)], { targetPort: 'web', protocol: 'TCP' })).toEqual([]);
  });

  it('wants the same protocol', () => {
    const seen = withContainerPorts(aRunningVm(), web);
    expect(vmsWithoutTarget([seen], { targetPort: 'web', protocol: 'UDP' })).toEqual([seen]);
  });

  it('asks the template of a VM that does not run, and nothing where pods could not be read', () => {
    const stopped = aStoppedVm(nic([{ port: 8080, name: 'web' }]));
    expect(vmsWithoutTarget([stopped], { targetPort: 'web', protocol: 'TCP' })).toEqual([]);
    expect(vmsWithoutTarget([stopped], { targetPort: 'other', protocol: 'TCP' })).toEqual([stopped]);
    expect(
      vmsWithoutTarget([{ ...aRunningVm(), pods: [], arePodsUnknown: true }], { targetPort: 'web', protocol: 'TCP' }),
    ).toEqual([]);
  });
});
