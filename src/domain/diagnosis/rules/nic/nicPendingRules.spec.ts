import { type VmiOptions, type VmOptions } from '../../../../../test/objects/builders';
import { anEndpoint, aSlice } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import { patchIn } from '../../../../../test/objects/stepBuilders';
import { diagnose } from '../../diagnose';
import { offerFor } from '../../offer';
import type { RuleCode } from '../../finding';
import type { Situation } from '../../situation';

type Nic = NonNullable<VmOptions['interfaces']>[number];
const masquerade = (more: Partial<Nic> & { portRanges?: object[] } = {}): Nic[] => [
  { name: 'default', masquerade: {}, ...more },
];
const running = (nics: readonly Nic[], template: readonly Nic[] = nics, vmi: VmiOptions = {}): Situation =>
  aSituation(aReachedVm({ vm: { interfaces: template }, vmi: { interfaces: nics, ...vmi } }));

function withStatus(situation: Situation, ...interfaces: object[]): Situation {
  const { vmi } = situation.vm;
  return {
    ...situation,
    vm: { ...situation.vm, ...(vmi ? { vmi: { ...vmi, status: { ...vmi.status, interfaces: interfaces } } } : {}) },
  };
}

describe('the interface', () => {
  it('is well as it is', () => {
    expect(codesOf(diagnose(running(masquerade())))).toEqual([]);
  });

  it('N3: a list of ports that was changed waits for a restart', () => {
    const situation = running(
      masquerade({ ports: [{ port: 8080 }] }),
      masquerade({ ports: [{ port: 8080 }, { port: 22 }] }),
    );
    expect(findingOf(situation, 'N3')).toMatchObject({
      grade: 'limitation',
      actual: '8080/TCP',
      needed: '22/TCP, 8080/TCP',
    });
    expect(offerFor('N3', situation).steps.map(({ kind }) => kind)).toEqual(['restart', 'await']);
  });

  it.each<[string, Nic[], Nic[], boolean]>([
    [
      'a TCP that is said or left out',
      masquerade({ ports: [{ port: 22 }] }),
      masquerade({ ports: [{ port: 22, protocol: 'TCP' }] }),
      false,
    ],
    [
      'the order',
      masquerade({ ports: [{ port: 22 }, { port: 80 }] }),
      masquerade({ ports: [{ port: 80 }, { port: 22 }] }),
      false,
    ],
    ['a removed list', masquerade({ ports: [{ port: 22 }] }), masquerade(), true],
    ['a list that is new', masquerade(), masquerade({ ports: [{ port: 22 }] }), true],
    [
      'another range',
      masquerade({ portRanges: [{ start: 1, end: 9 }] }),
      masquerade({ portRanges: [{ start: 1, end: 8 }] }),
      true,
    ],
  ])('N3: %s', (_, now, wanted, isPending) => {
    const situation = running(now, wanted);
    expect(findingOf(situation, 'N3') !== undefined).toBe(isPending);
    if (isPending) expect(offerFor('N3', situation).steps.map(({ kind }) => kind)).toEqual(['restart', 'await']);
  });

  it.each<[string, Situation]>([
    [
      'reported down',
      withStatus(running(masquerade()), { name: 'default', ipAddress: '10.8.0.12', linkState: 'down' }),
    ],
    ['wanted down', running(masquerade({ state: 'down' }))],
    ['wanted absent', running(masquerade({ state: 'absent' }))],
  ])('N4: a link that is %s blocks', (_, situation) => {
    expect(diagnose(situation).verdict).toBe('not-reachable');
    expect(findingOf(situation, 'N4')).toMatchObject({
      actual: expect.stringMatching(/^(down|absent)$/) as string,
      needed: 'up',
    });
  });

  it('N4: is set up in the template, which a running VM takes over', () => {
    const steps = offerFor('N4', running(masquerade({ state: 'down' }))).steps;
    expect(steps).toMatchObject([{ kind: 'patch', target: { kind: 'VirtualMachine' } }]);
    expect(patchIn(steps[0]).slice(1)).toEqual([
      { op: 'test', path: '/spec/template/spec/domain/devices/interfaces/0/name', value: 'default' },
      { op: 'test', path: '/spec/template/spec/domain/devices/interfaces/0/state', value: 'down' },
      { op: 'replace', path: '/spec/template/spec/domain/devices/interfaces/0/state', value: 'up' },
    ]);
    expect(offerFor('N4', running(masquerade({ state: 'absent' }))).steps).toEqual([]);
  });

  it.each<[RuleCode, string, Situation]>([
    ['N5', 'bridged to the pod network', running([{ name: 'default', bridge: {} }])],
    ['N6', 'SCTP', aSituation(aReachedVm(), { ports: [{ port: 9, protocol: 'SCTP' }] })],
  ])('%s: %s is a caveat', (code, _, situation) => {
    expect(findingOf(situation, code)?.grade).toBe('limitation');
  });

  it('N5: a bridge on a default network of Multus is as it is meant to be', () => {
    const vm = aReachedVm({
      vmi: {
        interfaces: [{ name: 'default', bridge: {} }],
        networks: [{ name: 'default', multus: { networkName: 'lan', default: true } as never }],
      },
    });
    expect(findingOf(aSituation(vm), 'N5')).toBeUndefined();
  });

  it('N7: an Istio sidecar keeps some ports for itself', () => {
    const situation = aSituation(aReachedVm(), { ports: [{ port: 80, targetPort: 15021 }] });
    const INJECTED = { 'sidecar.istio.io/inject': 'true' };
    const withMeta = (more: object) => ({
      ...situation,
      vm: {
        ...situation.vm,
        pods: situation.vm.pods.map((pod) => ({ ...pod, metadata: { ...pod.metadata, ...more } })),
      },
    });
    expect(findingOf(withMeta({ annotations: INJECTED }), 'N7')).toMatchObject({ actual: '15021' });
    expect(findingOf(withMeta({ labels: { tier: 'backend', ...INJECTED } }), 'N7')).toBeDefined();
    expect(findingOf(situation, 'N7')).toBeUndefined();
    expect(uncheckedOf(diagnose({ ...situation, vm: { ...situation.vm, pods: [], arePodsUnknown: true } }))).toContain(
      'N7',
    );
    expect(uncheckedOf(diagnose(aSituation({ ...situation.vm, pods: [], arePodsUnknown: true })))).not.toContain('N7');
  });

  it.each<[number, boolean]>([
    [15010, false],
    [15090, true],
    [15008, true],
    [15091, false],
  ])('N7: of the port %s: %s', (targetPort, isKept) => {
    const situation = aSituation(aReachedVm(), { ports: [{ port: 80, targetPort }] });
    const pods = situation.vm.pods.map((pod) => ({
      ...pod,
      metadata: { ...pod.metadata, annotations: { 'sidecar.istio.io/inject': 'true' } },
    }));
    expect(findingOf({ ...situation, vm: { ...situation.vm, pods } }, 'N7') !== undefined).toBe(isKept);
  });

  it('N8: an address of a secondary network is reachable only where that is routed', () => {
    const situation = withStatus(
      aSituation(aReachedVm()),
      { name: 'default', ipAddress: '10.8.0.12' },
      { name: 'lan', ipAddress: '192.168.1.5' },
    );
    const handMade = {
      ...situation,
      endpointSlices: [aSlice({ endpoints: [anEndpoint({ addresses: ['192.168.1.5'] })] })],
    };
    expect(findingOf(handMade, 'N8')).toMatchObject({
      grade: 'limitation',
      actual: '192.168.1.5',
      needed: '10.8.0.12',
    });
    const ofGuest = withStatus(
      aSituation(aReachedVm()),
      { name: 'default' },
      { interfaceName: 'eth0', ipAddress: '10.8.0.12' },
    );
    expect(findingOf(ofGuest, 'N8')).toBeUndefined();
    expect(findingOf(situation, 'N8')).toBeUndefined();
  });
});

describe('N2: what is offered for a port that is not allowed', () => {
  it('is to list it and restart, or only to restart where the template lists it already', () => {
    const shut = masquerade({ ports: [{ port: 22 }] });
    const kinds = (situation: Situation) => offerFor('N2', situation).steps.map(({ kind }) => kind);
    expect(kinds(running(shut))).toEqual(['patch', 'restart', 'await']);
    expect(JSON.stringify(offerFor('N2', running(shut)).steps)).toContain(
      '[{"port":22},{"port":8080,"protocol":"TCP"}]',
    );
    expect(kinds(running(shut, masquerade({ ports: [{ port: 22 }, { port: 8080 }] })))).toEqual(['restart', 'await']);
  });

  it('is nothing where virt-api takes no restart', () => {
    const situation = running(masquerade({ ports: [{ port: 22 }] }), masquerade({ ports: [{ port: 22 }] }));
    const once = {
      ...situation.vm,
      vm: { ...situation.vm.vm, spec: { ...situation.vm.vm.spec, runStrategy: 'Once' } },
    };
    expect(offerFor('N2', { ...situation, vm: once }).steps).toEqual([]);
    expect(offerFor('N3', { ...situation, vm: once }).steps).toEqual([]);
  });
});
