import { aPod, aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, uncheckedOf } from '../../../test/objects/diagnosis';
import { diagnose } from './diagnose';
import type { Situation } from './situation';

const LABELLED_ONLY = { kind: 'labelled-only', wereNetworksRead: false } as const;

const ONLY_SSH = [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }];
const unread = (situation: ReturnType<typeof aSituation>) => ({ ...situation, endpointSlices: undefined });

describe('the verdict', () => {
  it('is reachable when nothing blocks and a ready endpoint is there', () => {
    expect(diagnose(aSituation(aReachedVm()))).toMatchObject({
      verdict: 'reachable',
      findings: [{ code: 'G1', hop: 'guest' }],
    });
  });

  it('is not reachable as soon as one rule blocks, though an endpoint is there', () => {
    expect(diagnose(aSituation(aReachedVm({ vmi: { paused: true } }))).verdict).toBe('not-reachable');
  });

  it('is not checked when EndpointSlices could not be read, and never reachable', () => {
    expect(diagnose(unread(aSituation(aReachedVm())))).toMatchObject({ verdict: 'not-checked', findings: [] });
  });

  it('is not reachable, slices unread or not, when something else blocks', () => {
    expect(diagnose(unread(aSituation(aRunningVm()))).verdict).toBe('not-reachable');
  });

  describe('when only some of the ports are blocked', () => {
    const interfaces = [{ name: 'default', masquerade: {}, ports: [{ port: 8080 }] }];
    const both = {
      ports: [
        { name: 'a', port: 80, targetPort: 8080 },
        { name: 'b', port: 443, targetPort: 8443 },
      ],
    };
    const partly = (vmi = {}) => aSituation(aReachedVm({ vm: { interfaces }, vmi: { interfaces, ...vmi } }), both);

    it('is partly reachable, and tells which ports', () => {
      expect(diagnose(partly())).toMatchObject({
        verdict: 'partly-reachable',
        findings: [
          { code: 'N2', grade: 'blocking', isPartial: true, facts: { missing: [{ target: 8443, protocol: 'TCP' }] } },
          { code: 'G1' },
        ],
      });
    });

    it('is not reachable when something else blocks, or no endpoint is ready', () => {
      expect(diagnose(partly({ paused: true })).verdict).toBe('not-reachable');
      const handMade = {
        ...partly(),
        service: aService(both),
        endpointSlices: [aSlice({ endpoints: [{ addresses: ['10.8.0.77'] }] })],
      };
      expect(diagnose(handMade)).toMatchObject({
        verdict: 'not-reachable',
        findings: [{ code: 'E4' }, { code: 'N2' }],
      });
    });

    it('is that it was not checked when EndpointSlices could not be read', () => {
      expect(diagnose(unread(partly()))).toMatchObject({ verdict: 'not-checked', findings: [{ code: 'N2' }] });
    });

    it('is that it does not when all of them are', () => {
      expect(
        diagnose(aSituation(aReachedVm({ vmi: { interfaces } }), { ports: [{ port: 443, targetPort: 8443 }] })).verdict,
      ).toBe('not-reachable');
    });
  });

  describe('when the pods could not be read', () => {
    const unknown = (changes: Parameters<typeof aReachedVm>[0] = {}) => ({
      ...aReachedVm(changes),
      pods: [],
      arePodsUnknown: true,
    });

    it('is that it was not checked, and nothing is concluded from there being no pod', () => {
      expect(diagnose(aSituation(unknown()))).toMatchObject({ verdict: 'not-checked', findings: [] });
      expect(diagnose(aSituation(unknown(), { selector: { tier: 'other' } }, []))).toMatchObject({
        verdict: 'not-checked',
        findings: [],
      });
      expect(diagnose(aSituation({ ...unknown(), arePodsUnknown: false })).verdict).toBe('not-reachable');
    });

    it.each<[string, Parameters<typeof aReachedVm>[0], string]>([
      ['V3', { vmi: { phase: 'Scheduling' } }, 'not-reachable'],
      ['V4', { vmi: { paused: true } }, 'not-reachable'],
      ['N1', { vmi: { networks: [], interfaces: [] } }, 'not-reachable'],
      ['N2', { vm: { interfaces: ONLY_SSH }, vmi: { interfaces: ONLY_SSH } }, 'not-reachable'],
    ])('is still judged by %s, which needs no pod', (code, changes, verdict) => {
      const diagnosis = diagnose(aSituation(unknown(changes)));
      expect([diagnosis.verdict, codesOf(diagnosis)]).toEqual([verdict, [code]]);
    });

    it('is that a stopped VM is not reached', () => {
      expect(diagnose(aSituation({ ...aStoppedVm(), arePodsUnknown: true }))).toMatchObject({
        verdict: 'not-reachable',
        findings: [{ code: 'V1' }],
      });
    });
  });

  describe('when what a rule looks at was not read', () => {
    it.each<[string, Partial<Situation>, string]>([
      ['NetworkPolicies, which may block all', { networkPolicies: undefined }, 'networkPolicies'],
      ['Routes, of which one may be broken', { routes: undefined }, 'routes'],
      ['the networks that the label of a project asks for', { primaryNetwork: LABELLED_ONLY }, 'primaryNetwork'],
      ['EndpointSlices', { endpointSlices: undefined }, 'endpointSlices'],
    ])('is that it was not checked, and never that it reaches: %s', (_, unreadParts, lacked) => {
      expect(diagnose({ ...aSituation(aReachedVm()), ...unreadParts })).toMatchObject({
        verdict: 'not-checked',
        lacks: [lacked],
        findings: expect.not.arrayContaining([expect.objectContaining({ code: 'G1' })]) as unknown,
      });
    });

    it('is still not reachable when something else blocks', () => {
      const paused = aSituation(aReachedVm({ vmi: { paused: true } }));
      expect(diagnose({ ...paused, networkPolicies: undefined, routes: undefined }).verdict).toBe('not-reachable');
    });

    it('is partly reachable only where no unread rule can block all', () => {
      const balanced = aSituation(aReachedVm(), { type: 'LoadBalancer' });
      expect(diagnose({ ...balanced, routes: undefined }).verdict).toBe('partly-reachable');
      expect(diagnose({ ...balanced, networkPolicies: undefined }).verdict).toBe('not-checked');
    });

    it.each<[string, Partial<Situation>]>([
      ['a caveat', { selectedPods: undefined }],
      ['a quota', { quotas: undefined }],
      ['an Ingress, of which nothing says that there is one', { ingresses: undefined }],
    ])('is given all the same where that can block nothing: %s', (_, unreadParts) => {
      expect(diagnose({ ...aSituation(aReachedVm()), ...unreadParts })).toMatchObject({
        verdict: 'reachable',
        lacks: [],
      });
    });
  });

  it('of a Service without a selector follows its hand-made slice', () => {
    const situation = { ...aSituation(aReachedVm()), service: aService() };
    expect(
      diagnose({ ...situation, endpointSlices: [aSlice({ endpoints: [{ addresses: ['10.8.0.12'] }] })] }).verdict,
    ).toBe('reachable');
    expect(
      diagnose({ ...situation, endpointSlices: [aSlice({ endpoints: [{ addresses: ['10.8.0.77'] }] })] }),
    ).toMatchObject({ verdict: 'not-reachable', findings: [{ code: 'E4' }] });
    expect(diagnose({ ...situation, endpointSlices: [] }).findings.map(({ code }) => code)).toEqual(['S1']);
  });

  it('of an alias is not reachable, and says what it is', () => {
    const diagnosis = diagnose({ service: aService({ type: 'ExternalName' }), vm: aReachedVm(), endpointSlices: [] });
    expect([diagnosis.verdict, codesOf(diagnosis)]).toEqual(['not-reachable', ['S2']]);
  });
});

describe('the findings', () => {
  it('of a layer hold what blocks all, though something before it blocks some', () => {
    const interfaces = [{ name: 'default', masquerade: {}, ports: [{ port: 8080 }], state: 'down' }];
    const both = { ports: [8080, 8443].map((port) => ({ name: `p${port}`, port })) };
    const diagnosis = diagnose(aSituation(aReachedVm({ vm: { interfaces }, vmi: { interfaces } }), both));
    expect([diagnosis.verdict, codesOf(diagnosis)]).toEqual(['not-reachable', ['N2', 'N4']]);
  });

  it('hold one blocking reason of each layer, in the order of the path, then caveats', () => {
    const vm = aReachedVm({
      vm: { templateLabels: {} },
      vmi: { labels: {}, paused: true, networks: [], interfaces: [] },
      pod: { ready: false },
    });
    const slices = [aSlice({ endpoints: [anEndpoint({ ready: false })] })];
    expect(codesOf(diagnose(aSituation(vm, {}, slices)))).toEqual(['V4', 'P1', 'E2', 'N1', 'S7', 'S8']);
  });

  it('say of a stopped VM only that', () => {
    expect(codesOf(diagnose(aSituation(aStoppedVm({ templateLabels: { tier: 'backend' } }), {}, [])))).toEqual(['V1']);
  });

  it('carry the grade and the hop of their rule', () => {
    const [finding] = diagnose(aSituation(aRunningVm())).findings;
    expect(finding).toMatchObject({ code: 'S3', grade: 'blocking', hop: 'Service' });
  });

  it('of a pod without an address name the pod before the endpoint that it cannot have', () => {
    const vm = { ...aReachedVm(), pods: [aPod({ labels: { tier: 'backend' }, ip: '', phase: 'Pending' })] };
    expect(codesOf(diagnose(aSituation(vm, {}, [])))).toEqual(['P2', 'E1']);
  });
});

describe('a rule', () => {
  const K1_UNREAD = { ...aSituation(aReachedVm()), networkPolicies: undefined };

  it('whose input was not read is named as not checked, and is no finding', () => {
    expect(uncheckedOf(diagnose(K1_UNREAD))).toContain('K1');
    expect(uncheckedOf(diagnose({ ...K1_UNREAD, networkPolicies: [] }))).not.toContain('K1');
  });

  it('that does not concern the Service is not named as not checked', () => {
    expect(uncheckedOf(diagnose(K1_UNREAD))).not.toContain('U5');
  });
});
