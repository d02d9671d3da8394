import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import { aPolicy } from '../../../test/objects/networkBuilders';
import type { ServiceOptions } from '../../../test/objects/serviceBuilders';
import type { TestOutcome } from '../cluster-test/testOutcome';
import { diagnose } from '../diagnosis/diagnose';
import type { Situation } from '../diagnosis/situation';
import type { Route, Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { furtherFindings, resultHeadline, type Headline } from './resultHeadline';

const PASSED: TestOutcome = {
  at: 0,
  answered: ['80/TCP'],
  silent: [],
  untested: [],
  bad: 0,
  total: 4,
  isOfThisVm: true,
};
const FAILED: TestOutcome = { ...PASSED, answered: [], silent: ['80/TCP'], bad: 1 };
const route = (admitted?: 'True' | 'False'): Route => ({
  spec: { host: 'shop.example.com', to: { kind: 'Service', name: 'backend' } },
  ...(admitted
    ? { status: { ingress: [{ host: 'shop.example.com', conditions: [{ type: 'Admitted', status: admitted }] }] } }
    : {}),
});

interface Options {
  readonly service?: ServiceOptions;
  readonly status?: Service['status'];
  readonly vms?: readonly SeenVm[];
  readonly reads?: Partial<Situation>;
  readonly test?: TestOutcome;
  readonly route?: Route;
}
function headline({ service = {}, status, vms = [aReachedVm()], reads = {}, test, route: found }: Options = {}) {
  const situations = vms.map((vm) => {
    const situation = { ...aSituation(vm, service), ...reads };
    return status ? { ...situation, service: { ...situation.service, status } } : situation;
  });
  const [first] = situations;
  if (!first) throw new Error('There is no VM');
  return resultHeadline(
    first.service,
    situations.map((situation) => ({ vm: situation.vm, diagnosis: diagnose(situation), test })),
    found,
  );
}
const unlabelled = aReachedVm({ vmi: { labels: {} }, pod: { labels: {} } });
const TWO = [
  { name: 'http', port: 80, targetPort: 8080 },
  { name: 'ssh', port: 22 },
];

describe('the headline of a result', () => {
  it('is that the VM is reachable, from where the Service is for', () => {
    expect(headline()).toEqual({ says: 'reachable', from: 'inside' });
    expect(headline({ service: { type: 'NodePort' } })).toEqual({ says: 'reachable', from: 'outside' });
    expect(headline({ route: route('True') })).toEqual({ says: 'reachable', from: 'outside' });
    expect(headline({ test: PASSED })).toEqual({ says: 'reachable', from: 'inside' });
  });

  it('is never green where a policy blocks or policies were not read', () => {
    expect(headline({ reads: { networkPolicies: [aPolicy()] } })).toMatchObject({
      says: 'not-reachable',
      finding: { hop: 'Pod' },
    });
    expect(headline({ reads: { networkPolicies: undefined }, test: PASSED })).toEqual({
      says: 'not-checked',
      lacks: ['networkPolicies'],
    });
  });

  it('is that a test failed although the configuration is fine', () => {
    expect(headline({ test: FAILED })).toEqual({ says: 'test-failed', test: FAILED });
  });

  it('is which ports are reached and which are not', () => {
    const vm = aReachedVm({ vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 8080 }] }] } });
    expect(headline({ vms: [vm], service: { ports: TWO } })).toEqual({
      says: 'partly-reachable',
      reached: ['80/TCP'],
      blocked: ['22/TCP'],
    });
  });

  it('is that it comes with a restart or a start', () => {
    expect(headline({ vms: [unlabelled] })).toEqual({ says: 'later', comes: 'with-restart' });
    expect(headline({ vms: [aStoppedVm({ templateLabels: { tier: 'backend' } })] })).toEqual({
      says: 'later',
      comes: 'with-start',
    });
    expect(headline({ vms: [unlabelled], reads: { networkPolicies: [aPolicy()] } }).says).toBe('not-reachable');
  });

  it('is that an address is waited for, whatever else was not read', () => {
    const status = { loadBalancer: {} };
    expect(headline({ service: { type: 'LoadBalancer' }, status })).toEqual({ says: 'waiting-for-address' });
    const ingress = [{ ip: '192.0.2.7' }];
    expect(headline({ service: { type: 'LoadBalancer' }, status: { loadBalancer: { ingress } } })).toEqual({
      says: 'reachable',
      from: 'outside',
    });
  });

  it('is that a router is waited for, until it refuses', () => {
    expect(headline({ route: route() })).toEqual({ says: 'waiting-for-router' });
    expect(headline({ route: route('False') }).says).not.toBe('waiting-for-router');
  });

  it('of several VMs counts those that are reached', () => {
    expect(headline({ vms: [aReachedVm(), aReachedVm()] })).toEqual({ says: 'reachable', from: 'inside' });
    expect(headline({ vms: [aReachedVm(), unlabelled] })).toMatchObject({ says: 'some-reachable', reached: 1 });
    expect(headline({ vms: [unlabelled, unlabelled] })).toEqual({ says: 'later', comes: 'with-restart' });
  });

  it('of an alias is that it is one', () => {
    expect(headline({ service: { type: 'ExternalName' } })).toEqual({ says: 'alias' });
  });
});

describe('what a result tells below its headline', () => {
  const told = (says: Headline, ...vms: SeenVm[]) =>
    furtherFindings(
      says,
      vms.map((vm) => ({ vm, diagnosis: diagnose(aSituation(vm)), test: undefined })),
    ).map(({ finding, of }) => [finding.grade, of.vm]);
  const reachable: Headline = { says: 'reachable', from: 'inside' };
  const onPodOnly = aReachedVm({ vm: { templateLabels: {} }, vmi: { labels: {} } });

  it('is what limits a VM that is reached: its label is on the pod alone', () => {
    expect(told(reachable, onPodOnly)).toEqual([
      ['limitation', onPodOnly],
      ['limitation', onPodOnly],
    ]);
    expect(told(reachable, aReachedVm())).toEqual([]);
  });

  it('is told of one VM, not of each', () => {
    expect(told(reachable, aReachedVm(), onPodOnly, { ...onPodOnly })).toEqual([
      ['limitation', onPodOnly],
      ['limitation', onPodOnly],
    ]);
  });

  it('is nothing where the headline says why', () => {
    expect(told({ says: 'not-checked', lacks: [] }, onPodOnly)).toEqual([]);
  });
});
