import { aStoppedVm } from '../../../test/objects/builders';
import { aService, type ServiceOptions } from '../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import type { TestOutcome } from '../cluster-test/testOutcome';
import { diagnose } from './diagnose';
import { brokenHop, hopPath } from './hopPath';
import type { Situation } from './situation';

const read: Partial<Situation> = {
  networkPolicies: [],
  namespaceLabels: {},
  primaryNetwork: { kind: 'default' },
  selectedPods: [],
};
const pathOf = (situation: Situation, hasRoute = false) => hopPath(diagnose(situation), hasRoute);
const stateOf = (situation: Situation, hop: string) => pathOf(situation).find((entry) => entry.hop === hop);
const limited = (ports: NonNullable<ServiceOptions['ports']>) => ({
  vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 8080 }] }] },
  service: { ports } satisfies ServiceOptions,
});

describe('hopPath', () => {
  it('lists the hops in order, the one of a Route only where there is one', () => {
    const hops = ({ hop }: { hop: string }) => hop;
    expect(pathOf(aSituation(aReachedVm())).map(hops)).toEqual([
      'client',
      'Service',
      'EndpointSlice',
      'Pod',
      'NIC',
      'guest',
    ]);
    expect(pathOf(aSituation(aReachedVm()), true).map(hops)[1]).toBe('Route');
  });

  it('names the first hop that lets nothing through, and the findings of each', () => {
    const path = pathOf(aSituation(aReachedVm({ pod: { ready: false }, vmi: { networks: [], interfaces: [] } })));
    expect(brokenHop(path)).toBe('Pod');
    expect(path.find(({ hop }) => hop === 'NIC')).toEqual({ hop: 'NIC', state: 'blocked-here', codes: ['N1'] });
    expect(brokenHop(pathOf(aSituation(aReachedVm())))).toBeUndefined();
  });

  it('calls nothing behind the first blocked hop OK: no connection gets there', () => {
    const states = (situation: Situation) => pathOf({ ...situation, ...read }).map(({ state }) => state);
    expect(states(aSituation(aReachedVm({ vm: { templateLabels: {} } }), { selector: { tier: 'other' } }))).toEqual([
      'ok',
      'blocked-here',
      'not-reached',
      'not-reached',
      'not-reached',
      'not-reached',
    ]);
    const noNetwork = aReachedVm({ vm: { templateLabels: {} }, vmi: { networks: [], interfaces: [] } });
    expect(states(aSituation(noNetwork))).toEqual(['ok', 'ok', 'ok', 'limited', 'blocked-here', 'not-reached']);
  });

  it('ends at the EndpointSlice where nothing blocks and no endpoint is the VM', () => {
    const service = aService({ type: 'ExternalName' });
    const path = pathOf({ ...aSituation(aReachedVm()), ...read, service, endpointSlices: [] });
    expect(path.map(({ state }) => state)).toEqual([
      'ok',
      'ok',
      'not-reached',
      'not-reached',
      'not-reached',
      'not-reached',
    ]);
    expect(brokenHop(path)).toBeUndefined();
  });

  it('tells hops apart by what was found and what was read', () => {
    const { vmi, service } = limited([
      { name: 'a', port: 80, targetPort: 8080 },
      { name: 'b', port: 443, targetPort: 8443 },
    ]);
    expect(stateOf(aSituation(aReachedVm({ vmi }), service), 'NIC')?.state).toBe('partly-blocked');
    // clients outside are kept away, those in the cluster are not
    const pending = aService({ type: 'LoadBalancer' });
    expect(stateOf({ ...aSituation(aReachedVm()), ...read, service: pending, events: [] }, 'client')).toMatchObject({
      state: 'partly-blocked',
      codes: ['L1'],
    });
    expect(stateOf({ ...aSituation(aReachedVm({ vm: { templateLabels: {} } })), ...read }, 'Pod')).toMatchObject({
      state: 'limited',
      codes: ['S7'],
    });
    expect(stateOf({ ...aSituation(aReachedVm()), networkPolicies: undefined }, 'Pod')?.state).toBe('not-checked');
    expect(stateOf({ ...aSituation(aReachedVm()), endpointSlices: undefined }, 'EndpointSlice')?.state).toBe(
      'not-checked',
    );
    expect(stateOf({ ...aSituation(aReachedVm()), ...read }, 'EndpointSlice')?.state).toBe('ok');
  });

  it('never calls the guest OK without a test', () => {
    expect(stateOf({ ...aSituation(aReachedVm()), ...read }, 'guest')?.state).toBe('not-checked');
  });
});

describe('hopPath after a test', () => {
  const ANSWERED: TestOutcome = {
    at: 0,
    answered: ['80/TCP'],
    silent: [],
    untested: [],
    bad: 0,
    total: 4,
    isOfThisVm: true,
  };
  const guest = (test: Partial<TestOutcome>, situation: Situation = { ...aSituation(aReachedVm()), ...read }) =>
    hopPath(diagnose(situation), false, { ...ANSWERED, ...test }).at(-1);

  it.each<[string, Partial<TestOutcome>, string]>([
    ['all ports answered', {}, 'ok'],
    ['one of two did not answer', { silent: ['22/TCP'] }, 'partly-blocked'],
    ['none answered', { answered: [], silent: ['80/TCP'] }, 'blocked-here'],
    ['one port was not tested', { untested: ['53/UDP'] }, 'not-checked'],
    ['another VM may have answered', { isOfThisVm: false }, 'not-checked'],
    ['another VM may be the one that did not', { isOfThisVm: false, answered: [], silent: ['80/TCP'] }, 'not-checked'],
  ])('where %s calls the guest %s', (_, test, state) => {
    expect(guest(test)).toMatchObject({ state, test: { at: 0 } });
  });

  it('tells nothing of hops that were not read, and nothing behind a break', () => {
    const unread = { ...aSituation(aReachedVm()), ...read, networkPolicies: undefined };
    const path = hopPath(diagnose(unread), false, ANSWERED);
    expect(path.find(({ hop }) => hop === 'Pod')?.state).toBe('not-checked');
    expect(path.at(-1)?.state).toBe('ok');
    const stopped = { ...aSituation(aStoppedVm()), ...read };
    expect(guest({}, stopped)).toEqual({ hop: 'guest', state: 'not-reached', codes: [] });
    expect(guest({ answered: [], silent: ['80/TCP'] }, stopped)?.state).toBe('not-reached');
  });
});
