import { aPod, aStoppedVm } from '../../../test/builders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../test/diagnosis';
import { podRules } from './podRules';

const codes = (...args: Parameters<typeof aSituation>) => detectedBy(podRules, aSituation(...args));

describe('P1: the pod is not ready', () => {
  const notReady = aReachedVm({ pod: { ready: false } });

  it('is told with the reason of its condition', () => {
    expect(codes(notReady)).toEqual(['P1']);
    expect(findingOf(aSituation(notReady), 'P1')).toMatchObject({ object: { kind: 'Pod' }, field: 'status.conditions[Ready]', actual: 'False ContainersNotReady', needed: 'True' });
  });

  it('does not matter to a Service that publishes addresses which are not ready', () => {
    expect(codes(notReady, { publishNotReadyAddresses: true })).toEqual([]);
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
