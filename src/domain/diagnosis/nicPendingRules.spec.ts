import { anEndpoint, aSlice, type VmiOptions, type VmOptions } from '../../../test/builders';
import { aReachedVm, aSituation, codesOf, findingOf } from '../../../test/diagnosis';
import { diagnose } from './diagnose';
import { offerFor } from './offer';
import type { RuleCode, Situation } from './rule';

type Nic = NonNullable<VmOptions['interfaces']>[number];
const masquerade = (more: Partial<Nic> & { state?: string } = {}): Nic[] => [{ name: 'default', masquerade: {}, ...more }];
const running = (nics: readonly Nic[], template: readonly Nic[] = nics, vmi: VmiOptions = {}): Situation => aSituation(aReachedVm({ vm: { interfaces: template }, vmi: { interfaces: nics, ...vmi } }));

function withStatus(situation: Situation, ...interfaces: object[]): Situation {
  const { vmi } = situation.vm;
  return { ...situation, vm: { ...situation.vm, ...(vmi ? { vmi: { ...vmi, status: { ...vmi.status, interfaces: interfaces } } } : {}) } };
}

describe('the interface', () => {
  it('is well as it is', () => {
    expect(codesOf(diagnose(running(masquerade())))).toEqual([]);
  });

  it('N3: a list of ports that was changed waits for a restart', () => {
    const situation = running(masquerade({ ports: [{ port: 8080 }] }), masquerade({ ports: [{ port: 8080 }, { port: 22 }] }));
    expect(findingOf(situation, 'N3')).toMatchObject({ grade: 'caveat', actual: '8080/TCP', needed: '8080/TCP, 22/TCP' });
    expect(offerFor('N3', situation).steps.map(({ kind }) => kind)).toEqual(['restart', 'await']);
  });

  it.each<[string, Situation]>([
    ['reported down', withStatus(running(masquerade()), { name: 'default', ipAddress: '10.8.0.12', linkState: 'down' })],
    ['wanted down', running(masquerade({ state: 'down' }))],
    ['wanted absent', running(masquerade({ state: 'absent' }))],
  ])('N4: a link that is %s blocks', (_, situation) => {
    expect(diagnose(situation).verdict).toBe('does-not-reach');
    expect(findingOf(situation, 'N4')).toBeDefined();
  });

  it.each<[RuleCode, string, Situation]>([
    ['N5', 'bridged to the pod network', running([{ name: 'default', bridge: {} }])],
    ['N6', 'SCTP', aSituation(aReachedVm(), { ports: [{ port: 9, protocol: 'SCTP' }] })],
  ])('%s: %s is a caveat', (code, _, situation) => {
    expect(findingOf(situation, code)?.grade).toBe('caveat');
  });

  it('N5: a bridge on a default network of Multus is as it is meant to be', () => {
    const vm = aReachedVm({ vmi: { interfaces: [{ name: 'default', bridge: {} }], networks: [{ name: 'default', multus: { networkName: 'lan', default: true } as never }] } });
    expect(findingOf(aSituation(vm), 'N5')).toBeUndefined();
  });

  it('N7: an Istio sidecar keeps some ports for itself', () => {
    const situation = aSituation(aReachedVm(), { ports: [{ port: 80, targetPort: 15021 }] });
    const pods = situation.vm.pods.map((pod) => ({ ...pod, metadata: { ...pod.metadata, annotations: { 'sidecar.istio.io/inject': 'true' } } }));
    expect(findingOf({ ...situation, vm: { ...situation.vm, pods } }, 'N7')).toMatchObject({ actual: '15021' });
    expect(findingOf(situation, 'N7')).toBeUndefined();
  });

  it('N8: an address of a secondary network is none that a Service leads to', () => {
    const situation = withStatus(aSituation(aReachedVm()), { name: 'default', ipAddress: '10.8.0.12' }, { name: 'lan', ipAddress: '192.168.1.5' });
    const handMade = { ...situation, endpointSlices: [aSlice({ endpoints: [anEndpoint({ addresses: ['192.168.1.5'] })] })] };
    expect(findingOf(handMade, 'N8')).toMatchObject({ actual: '192.168.1.5', needed: '10.8.0.12' });
    expect(findingOf(situation, 'N8')).toBeUndefined();
  });
});

describe('N2: what is offered for a port that is not let through', () => {
  it('is to list it and restart, or only to restart where the template lists it already', () => {
    const shut = masquerade({ ports: [{ port: 22 }] });
    const kinds = (situation: Situation) => offerFor('N2', situation).steps.map(({ kind }) => kind);
    expect(kinds(running(shut))).toEqual(['patch', 'restart', 'await']);
    expect(JSON.stringify(offerFor('N2', running(shut)).steps)).toContain('[{"port":22},{"port":8080,"protocol":"TCP"}]');
    expect(kinds(running(shut, masquerade({ ports: [{ port: 22 }, { port: 8080 }] })))).toEqual(['restart', 'await']);
  });
});
