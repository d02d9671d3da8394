import { VM_NAME, aStoppedVm, type Networking } from '../../../../../test/objects/builders';
import { aService, aSlice, type ServiceOptions } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../../test/objects/diagnosis';
import type { SeenVm } from '../../../k8s/seen';
import { diagnose } from '../../diagnose';
import { nicRules } from './nicRules';

const codes = (vmi: Networking, service: ServiceOptions = {}) =>
  detectedBy(nicRules, aSituation(aReachedVm({ vmi }), service));
const masquerade = (...ports: { port: number; protocol?: string; name?: string }[]): Networking => ({
  interfaces: [{ name: 'default', masquerade: {}, ports }],
});
/** KubeVirt >= 1.9; the generated type lacks the field. */
const ranges = (...portRanges: { start: number; end: number; protocol?: string }[]): Networking => ({
  interfaces: [{ name: 'default', masquerade: {}, portRanges } as { name: string }],
});
const to = (targetPort: number | string, protocol = 'TCP') => ({ ports: [{ port: 80, targetPort, protocol }] });

describe('N1: no interface on the pod network', () => {
  const secondary = { name: 'second', bridge: {} };

  it.each<[string, Networking]>([
    [
      'only a Multus network',
      { interfaces: [secondary], networks: [{ name: 'second', multus: { networkName: 'lan' } }] },
    ],
    ['no network at all', { interfaces: [], networks: [] }],
    ['a pod network without an interface', { interfaces: [secondary], networks: [{ name: 'default', pod: {} }] }],
  ])('is said of a VM with %s', (_, networking) => {
    expect(codes(networking)).toEqual(['N1']);
  });

  it('tells which networks there are', () => {
    const vmi = { interfaces: [secondary], networks: [{ name: 'second', multus: { networkName: 'lan' } }] };
    expect(findingOf(aSituation(aReachedVm({ vmi })), 'N1')).toMatchObject({
      object: { kind: 'VirtualMachineInstance', names: [VM_NAME] },
      field: 'spec.networks',
      actual: 'second',
    });
  });

  it.each<[string, Networking]>([
    ['masquerade', {}],
    ['a bridge', { interfaces: [{ name: 'default', bridge: {} }] }],
    [
      'a second network beside',
      {
        interfaces: [secondary, { name: 'default', masquerade: {} }],
        networks: [
          { name: 'second', multus: { networkName: 'lan' } },
          { name: 'default', pod: {} },
        ],
      },
    ],
    [
      'a Multus network that stands in for it',
      {
        interfaces: [{ name: 'lan', bridge: {} }],
        networks: [{ name: 'lan', multus: { networkName: 'lan', default: true } as { networkName: string } }],
      },
    ],
  ])('is not said of a VM with %s', (_, networking) => {
    expect(codes(networking)).toEqual([]);
  });

  it('is not said where someone keeps a slice with its address on another network', () => {
    const seen = aReachedVm({
      vmi: { interfaces: [{ name: 'lan', bridge: {} }], networks: [{ name: 'lan', multus: { networkName: 'lan' } }] },
    });
    const interfaces = [{ name: 'lan', ipAddress: '192.168.20.41' }];
    const vmi = { ...seen.vmi, status: { ...seen.vmi?.status, interfaces } } as NonNullable<SeenVm['vmi']>;
    const kept = aSlice({ managedBy: 'somebody', endpoints: [{ addresses: ['192.168.20.41'] }] });
    const situation = { ...aSituation({ ...seen, vmi }, {}, [kept]), service: aService() };
    expect(diagnose(situation)).toMatchObject({ verdict: 'reachable', findings: [{ code: 'E7' }, { code: 'N8' }, {}] });
    expect(diagnose({ ...situation, endpointSlices: undefined }).notChecked).toContainEqual({
      code: 'N1',
      undecidedBy: ['endpointSlices'],
    });
    expect(detectedBy(nicRules, { ...situation, endpointSlices: [] })).toEqual(['N1']);
  });

  it('is not said of a VM that does not run', () => {
    expect(detectedBy(nicRules, aSituation(aStoppedVm({ networks: [], interfaces: [] })))).toEqual([]);
  });
});

describe("N2: the interface's list of ports lacks the target port", () => {
  it('counts the port of a slice that is kept by hand, whatever target the Service names', () => {
    const by = (port: number) => [aSlice({ managedBy: '', ports: [{ port }] })];
    const of = (port: number) =>
      detectedBy(nicRules, aSituation(aReachedVm({ vmi: masquerade({ port: 8080 }) }), to('http'), by(port)));
    expect([of(8080), of(9000)]).toEqual([[], ['N2']]);
  });

  it.each<[string, Networking, ServiceOptions, boolean]>([
    ['no list', {}, to(8080), false],
    ['an empty list', masquerade(), to(8080), false],
    ['the port', masquerade({ port: 22 }, { port: 8080 }), to(8080), false],
    ['the port and its protocol', masquerade({ port: 53, protocol: 'UDP' }), to(53, 'UDP'), false],
    ['the name', masquerade({ port: 8080, name: 'http' }), to('http'), false],
    ['another port', masquerade({ port: 22 }), to(8080), true],
    ['the Service port instead of the target port', masquerade({ port: 80 }), to(8080), true],
    ['the port under TCP when UDP is wanted', masquerade({ port: 53 }), to(53, 'UDP'), true],
    ['the port under UDP when TCP is wanted', masquerade({ port: 53, protocol: 'UDP' }), to(53), true],
    ['another name', masquerade({ port: 8080, name: 'web' }), to('http'), true],
    [
      'one of two ports',
      masquerade({ port: 8080 }),
      {
        ports: [
          { name: 'a', port: 80, targetPort: 8080 },
          { name: 'b', port: 443, targetPort: 8443 },
        ],
      },
      true,
    ],
    ['a range that holds it', ranges({ start: 8000, end: 8080 }), to(8080), false],
    ['a range that ends before it', ranges({ start: 8000, end: 8079 }), to(8080), true],
    ['a range of the other protocol', ranges({ start: 8000, end: 8100, protocol: 'UDP' }), to(8080), true],
    [
      'a list that a bridge does not heed',
      { interfaces: [{ name: 'default', bridge: {}, ports: [{ port: 22 }] }] },
      to(8080),
      false,
    ],
  ])('with %s', (_, networking, service, isShut) => {
    expect(codes(networking, service)).toEqual(isShut ? ['N2'] : []);
  });

  it.each<[string, object, string | undefined]>([
    ['passt', { passtBinding: {} }, 'blocking'],
    ['the older passt', { passt: {} }, 'blocking'],
    ['the plugin passt', { binding: { name: 'passt' } }, 'blocking'],
    ['another plugin, which decides', { binding: { name: 'l2bridge' } }, 'limitation'],
    ['SR-IOV', { sriov: {} }, undefined],
  ])('with a list that is heeded by %s', (_, binding, grade) => {
    const interfaces = [{ name: 'default', ports: [{ port: 22 }], ...binding }];
    expect(findingOf(aSituation(aReachedVm({ vmi: { interfaces } }), to(8080)), 'N2')?.grade).toBe(grade);
  });

  it('reads a Service without a target port as meaning its port', () => {
    expect(codes(masquerade({ port: 80 }), { ports: [{ port: 80 }] })).toEqual([]);
  });

  it.each([
    ['one of one port', { ports: [{ port: 22 }] }, false],
    [
      'all of two ports',
      {
        ports: [
          { name: 'a', port: 22 },
          { name: 'b', port: 23 },
        ],
      },
      false,
    ],
    [
      'one of two ports',
      {
        ports: [
          { name: 'a', port: 8080 },
          { name: 'b', port: 23 },
        ],
      },
      true,
    ],
  ])('is partial when it shuts %s: %j, %s', (_, service, isPartial) => {
    expect(findingOf(aSituation(aReachedVm({ vmi: masquerade({ port: 8080 }) }), service), 'N2')?.isPartial).toBe(
      isPartial,
    );
  });

  it('tells what is allowed and what would have to be', () => {
    const service = {
      ports: [
        { name: 'a', port: 80, targetPort: 8080 },
        { name: 'b', port: 22 },
        { name: 'c', port: 53, protocol: 'UDP' },
      ],
    };
    expect(
      findingOf(
        aSituation(aReachedVm({ vmi: masquerade({ port: 22 }, { port: 161, protocol: 'UDP' }) }), service),
        'N2',
      ),
    ).toMatchObject({
      field: 'spec.domain.devices.interfaces[default].ports',
      actual: '22/TCP, 161/UDP',
      needed: '8080/TCP, 53/UDP',
    });
  });
});
