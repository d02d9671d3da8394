import { aPod, aStoppedVm } from '../../../../test/objects/builders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../test/objects/diagnosis';
import { aSlice, anEndpoint } from '../../../../test/objects/serviceBuilders';
import { patchIn } from '../../../../test/objects/stepBuilders';
import type { PrimaryNetwork } from '../../network/primaryNetwork';
import { offerFor } from '../offer';
import { podRules } from './podRules';
import type { Situation } from '../situation';

const codes = (...args: Parameters<typeof aSituation>) => detectedBy(podRules, aSituation(...args));

describe('P1: the pod is not ready', () => {
  const notReady = aReachedVm({ pod: { ready: false } });

  it('is told with the reason of its condition', () => {
    expect(codes(notReady)).toEqual(['P1']);
    expect(findingOf(aSituation(notReady), 'P1')).toMatchObject({
      object: { kind: 'Pod' },
      field: 'status.conditions[Ready]',
      actual: 'False ContainersNotReady',
      needed: 'True',
    });
  });

  it('does not matter to a Service that publishes addresses which are not ready', () => {
    expect(codes(notReady, { publishNotReadyAddresses: true })).toEqual([]);
  });

  it('does not matter to a slice that is kept by hand and says that it is ready', () => {
    expect(codes(notReady, {}, [aSlice({ managedBy: '' })])).toEqual([]);
    expect(codes(notReady, {}, [aSlice({ managedBy: '', endpoints: [anEndpoint({ ready: false })] })])).toEqual(['P1']);
  });

  it('is not said of a ready pod, nor of one that says nothing yet', () => {
    expect(codes(aReachedVm())).toEqual([]);
    expect(codes({ ...aReachedVm(), pods: [{ ...aPod(), status: { podIPs: [{ ip: '10.8.0.12' }] } }] })).toEqual([]);
  });
});

describe('P2: no pod with an address', () => {
  it.each([
    ['has no address yet', aReachedVm({ pod: { ip: '', phase: 'Pending' } })],
    ['is not there', { ...aReachedVm(), pods: [] }],
    ['has ended', aReachedVm({ pod: { phase: 'Failed' } })],
    ['is being deleted', aReachedVm({ pod: { deleting: true } })],
  ])('is said when the pod %s', (_, vm) => {
    expect(codes(vm)).toContain('P2');
  });

  it('is not said of a VM that is stopped, which has none to miss', () => {
    expect(codes(aStoppedVm())).toEqual([]);
  });
});

describe('P3: a probe over the default network', () => {
  const probed = (probe: object, primaryNetwork?: PrimaryNetwork): Situation => {
    const vm = aReachedVm();
    if (vm.vmi) vm.vmi.spec.readinessProbe = probe;
    return { ...aSituation(vm), primaryNetwork };
  };
  const UDN: PrimaryNetwork = { kind: 'user-defined', name: 'udn', topology: 'layer2' };

  it('is told on a user-defined network only, and only of probes by the network', () => {
    expect(findingOf(probed({ httpGet: { port: 80 } }, UDN), 'P3')).toMatchObject({
      actual: 'httpGet',
      needed: 'guestAgentPing',
    });
    expect(findingOf(probed({ tcpSocket: { port: 80 } }, UDN), 'P3')).toMatchObject({ actual: 'tcpSocket' });
    expect(findingOf(probed({ guestAgentPing: {} }, UDN), 'P3')).toBeUndefined();
    expect(findingOf(probed({ httpGet: { port: 80 } }, { kind: 'default' }), 'P3')).toBeUndefined();
  });
});

describe('what is offered of a pod that is not ready', () => {
  it('is to send traffic to it all the same, but not while the guest is paused', () => {
    const { steps } = offerFor('P1', aSituation(aReachedVm({ pod: { ready: false } })));
    expect(patchIn(steps[0])).toContainEqual({ op: 'add', path: '/spec/publishNotReadyAddresses', value: true });
    expect(offerFor('P1', aSituation(aReachedVm({ pod: { ready: false }, vmi: { paused: true } }))).steps).toEqual([]);
  });
});
