import { aPod, aRunningVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { exposureOf, exposuresOf, type ListReads } from './exposure';
import { exposureMemory } from './exposureMemory';
import type { EndpointSlice, Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';

const SERVICES = 500;
const PODS = 200;
const BACKEND = { tier: 'backend' };
const NOTHING_MORE: ListReads = { networkPolicies: [], routes: [] };

const at = <T extends { metadata?: object }>(object: T, version: number): T => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: String(version) },
});
const serviceAt = (index: number, version = 1): Service =>
  at(aService({ name: `service-${index}`, selector: BACKEND }), version);

/** A VM that every Service selects, beside as many pods as make the slices long. */
function crowd(): { vm: SeenVm; services: Service[]; slices: EndpointSlice[] } {
  const seen = aRunningVm({ vm: { templateLabels: BACKEND }, vmi: { labels: BACKEND }, pod: { labels: BACKEND } });
  const vm = { vm: seen.vm, ...(seen.vmi ? { vmi: at(seen.vmi, 1) } : {}), pods: seen.pods.map((pod) => at(pod, 1)) };
  const others = Array.from({ length: PODS - 1 }, (_, index) =>
    anEndpoint({ pod: aPod({ name: `pod-${index}`, uid: `other-${index}` }), addresses: [`10.9.0.${index}`] }),
  );
  const services = Array.from({ length: SERVICES }, (_, index) => serviceAt(index));
  const slices = services.map((service, index) =>
    at(aSlice({ service: service.metadata?.name ?? '', endpoints: [...others, anEndpoint()] }), index + 1),
  );
  return { vm, services, slices };
}

/** The best of several times, in milliseconds: the rest is the machine's other work. */
function bestOf(times: number, work: (round: number) => void): number {
  return Math.min(
    ...Array.from({ length: times }, (_, round) => {
      const begin = performance.now();
      work(round);
      return performance.now() - begin;
    }),
  );
}

describe('exposureMemory', () => {
  it('says what exposuresOf says, before and after a change', () => {
    const { vm, services, slices } = crowd();
    const remembering = exposureMemory();
    expect(remembering(vm, services, slices)).toEqual(exposuresOf(vm, services, slices));
    const changed = services.map((service, index) =>
      index === 7 ? at(aService({ name: 'service-7', selector: { tier: 'other' } }), 2) : { ...service },
    );
    expect(remembering(vm, changed, slices)).toEqual(exposuresOf(vm, changed, slices));
    const paused = { ...vm, vmi: at(aRunningVm({ vmi: { labels: BACKEND, paused: true } }).vmi ?? {}, 2) } as SeenVm;
    expect(remembering(paused, changed, slices)).toEqual(exposuresOf(paused, changed, slices));
    expect(remembering(paused, changed, undefined)).toEqual(exposuresOf(paused, changed, undefined));
  });

  it('remembers nothing of objects that have no version', () => {
    const remembering = exposureMemory();
    const vm = aRunningVm({ pod: { labels: BACKEND } });
    const verdict = (slices: EndpointSlice[]) =>
      remembering(vm, [aService({ selector: BACKEND })], slices, NOTHING_MORE)[0]?.verdict;
    expect(verdict([])).toBe('not-reachable');
    expect(verdict([aSlice()])).toBe('reachable');
  });

  it('judges again when a policy or a Route has changed, or time has passed for a load balancer', () => {
    const { vm, services, slices } = crowd();
    const balanced = at(aService({ name: 'balanced', selector: BACKEND, type: 'LoadBalancer' }), 1);
    const judge = jest.fn(exposureOf);
    const remembering = exposureMemory(judge);
    const judged = (reads: ListReads) => {
      judge.mockClear();
      remembering(vm, [...services.slice(0, 3), balanced], slices, reads);
      return judge.mock.calls.length;
    };
    const policies = (version: number) => [at(aPolicy(), version)];
    expect(judged({ routes: [], now: 1 })).toBe(4);
    expect(judged({ routes: [], networkPolicies: policies(1), now: 1 })).toBe(4);
    expect(judged({ routes: [], networkPolicies: policies(1), now: 1 })).toBe(0);
    expect(judged({ routes: [], networkPolicies: policies(2), now: 1 })).toBe(4);
    expect(judged({ networkPolicies: policies(2), now: 1 })).toBe(4);
    expect(judged({ networkPolicies: policies(2), now: 2 })).toBe(1);
  });

  it('judges every Service once, and after a change only the one that has changed', () => {
    const { vm, services, slices } = crowd();
    const judge = jest.fn(exposureOf);
    const remembering = exposureMemory(judge);
    remembering(vm, services, slices);
    expect(judge).toHaveBeenCalledTimes(SERVICES);
    judge.mockClear();
    const changed = services.map((service, index) => (index === 3 ? serviceAt(3, 2) : { ...service }));
    remembering(vm, changed, slices);
    expect(judge.mock.calls.map(([, service]) => service)).toEqual([changed[3]]);
  });

  it('reads the endpoints of each slice once, however often they are judged', () => {
    const { vm, services, slices } = crowd();
    let reads = 0;
    const counted = slices.map((slice) => ({
      ...slice,
      get endpoints() {
        reads += 1;
        return slice.endpoints;
      },
    }));
    const whole = bestOf(5, () => exposuresOf(vm, services, [...counted]));
    expect(reads).toBe(SERVICES);
    const remembering = exposureMemory();
    remembering(vm, services, slices);
    const once = bestOf(20, (round) =>
      remembering(
        vm,
        services.map((service, index) => (index === 3 ? serviceAt(3, round + 2) : service)),
        slices,
      ),
    );
    console.log(
      `figure: ${SERVICES} Services, each selecting the VM, over slices of ${PODS} endpoints: judged in ${whole.toFixed(1)} ms, after one change in ${(once / whole).toFixed(2)} of that time`,
    );
  });
});
