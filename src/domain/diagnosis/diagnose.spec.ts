import { aPod, aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, uncheckedOf } from '../../../test/objects/diagnosis';
import { diagnose } from './diagnose';

const ONLY_SSH = [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }];
const unread = (situation: ReturnType<typeof aSituation>) => ({ ...situation, endpointSlices: undefined });

describe('the verdict', () => {
  it('is that it reaches when nothing blocks and a ready endpoint is there', () => {
    expect(diagnose(aSituation(aReachedVm()))).toMatchObject({
      verdict: 'reaches',
      findings: [{ code: 'G1', hop: 'guest' }],
    });
  });

  it('is that it does not as soon as one rule blocks, though an endpoint is there', () => {
    expect(diagnose(aSituation(aReachedVm({ vmi: { paused: true } }))).verdict).toBe('does-not-reach');
  });

  it('is that it was not checked when EndpointSlices could not be read, and never that it reaches', () => {
    expect(diagnose(unread(aSituation(aReachedVm())))).toMatchObject({ verdict: 'not-checked', findings: [] });
  });

  it('is that it does not reach, slices unread or not, when something else blocks', () => {
    expect(diagnose(unread(aSituation(aRunningVm()))).verdict).toBe('does-not-reach');
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

    it('is that it reaches partly, and tells which', () => {
      expect(diagnose(partly())).toMatchObject({
        verdict: 'reaches-partly',
        findings: [
          { code: 'N2', grade: 'blocks', isPartial: true, facts: { missing: [{ target: 8443, protocol: 'TCP' }] } },
          { code: 'G1' },
        ],
      });
    });

    it('is that it does not when something else blocks, or no endpoint is ready', () => {
      expect(diagnose(partly({ paused: true })).verdict).toBe('does-not-reach');
      const handMade = {
        ...partly(),
        service: aService(both),
        endpointSlices: [aSlice({ endpoints: [{ addresses: ['10.8.0.77'] }] })],
      };
      expect(diagnose(handMade)).toMatchObject({
        verdict: 'does-not-reach',
        findings: [{ code: 'E4' }, { code: 'N2' }],
      });
    });

    it('is that it was not checked when EndpointSlices could not be read', () => {
      expect(diagnose(unread(partly()))).toMatchObject({ verdict: 'not-checked', findings: [{ code: 'N2' }] });
    });

    it('is that it does not when all of them are', () => {
      expect(
        diagnose(aSituation(aReachedVm({ vmi: { interfaces } }), { ports: [{ port: 443, targetPort: 8443 }] })).verdict,
      ).toBe('does-not-reach');
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
      expect(diagnose(aSituation({ ...unknown(), arePodsUnknown: false })).verdict).toBe('does-not-reach');
    });

    it.each<[string, Parameters<typeof aReachedVm>[0], string]>([
      ['V3', { vmi: { phase: 'Scheduling' } }, 'does-not-reach'],
      ['V4', { vmi: { paused: true } }, 'does-not-reach'],
      ['N1', { vmi: { networks: [], interfaces: [] } }, 'does-not-reach'],
      ['N2', { vm: { interfaces: ONLY_SSH }, vmi: { interfaces: ONLY_SSH } }, 'does-not-reach'],
    ])('is still judged by %s, which needs no pod', (code, changes, verdict) => {
      const diagnosis = diagnose(aSituation(unknown(changes)));
      expect([diagnosis.verdict, codesOf(diagnosis)]).toEqual([verdict, [code]]);
    });

    it('is that a stopped VM is not reached', () => {
      expect(diagnose(aSituation({ ...aStoppedVm(), arePodsUnknown: true }))).toMatchObject({
        verdict: 'does-not-reach',
        findings: [{ code: 'V1' }],
      });
    });
  });

  it('of a Service without a selector follows its hand-made slice', () => {
    const situation = { service: aService(), vm: aReachedVm() };
    expect(
      diagnose({ ...situation, endpointSlices: [aSlice({ endpoints: [{ addresses: ['10.8.0.12'] }] })] }).verdict,
    ).toBe('reaches');
    expect(
      diagnose({ ...situation, endpointSlices: [aSlice({ endpoints: [{ addresses: ['10.8.0.77'] }] })] }),
    ).toMatchObject({ verdict: 'does-not-reach', findings: [{ code: 'E4' }] });
    expect(diagnose({ ...situation, endpointSlices: [] }).findings.map(({ code }) => code)).toEqual(['S1']);
  });

  it('of an alias is that it does not reach, and says what it is', () => {
    const diagnosis = diagnose({ service: aService({ type: 'ExternalName' }), vm: aReachedVm(), endpointSlices: [] });
    expect([diagnosis.verdict, codesOf(diagnosis)]).toEqual(['does-not-reach', ['S2']]);
  });
});

describe('the findings', () => {
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
    expect(finding).toMatchObject({ code: 'S3', grade: 'blocks', hop: 'Service' });
  });

  it('of a pod without an address name the pod before the endpoint that it cannot have', () => {
    const vm = { ...aReachedVm(), pods: [aPod({ labels: { tier: 'backend' }, ip: '', phase: 'Pending' })] };
    expect(codesOf(diagnose(aSituation(vm, {}, [])))).toEqual(['P2', 'E1']);
  });
});

describe('a rule', () => {
  const K1_UNREAD = aSituation(aReachedVm());

  it('whose input was not read is named as not checked, and is no finding', () => {
    expect(uncheckedOf(diagnose(K1_UNREAD))).toContain('K1');
    expect(uncheckedOf(diagnose({ ...K1_UNREAD, networkPolicies: [] }))).not.toContain('K1');
  });

  it('that does not concern the Service is not named as not checked', () => {
    expect(uncheckedOf(diagnose(K1_UNREAD))).not.toContain('U5');
  });
});
