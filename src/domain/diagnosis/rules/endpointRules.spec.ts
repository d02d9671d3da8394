import { aPod, aRunningVm } from '../../../../test/objects/builders';
import { aSlice, anEndpoint } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../../test/objects/diagnosis';
import type { SeenVm } from '../../k8s/seen';
import { diagnose } from '../diagnose';
import { endpointRules } from './endpointRules';
import { offerFor } from '../offer';

const codes = (...args: Parameters<typeof aSituation>) => detectedBy(endpointRules, aSituation(...args));
const ofAnother = anEndpoint({ pod: aPod({ uid: 'pod-of-another' }), addresses: ['10.8.0.50'] });

describe('the endpoints', () => {
  it("are well when one is the VM's pod and ready", () => {
    expect(codes(aReachedVm(), {}, [aSlice({ endpoints: [ofAnother, anEndpoint()] })])).toEqual([]);
  });

  it('are not judged when they could not be read', () => {
    expect(detectedBy(endpointRules, { ...aSituation(aReachedVm()), endpointSlices: undefined })).toEqual([]);
  });

  it.each([
    ['there is no slice', []],
    ['the slice is empty', [aSlice({ endpoints: [] })]],
    ['all endpoints are of other pods', [aSlice({ endpoints: [ofAnother] })]],
    ['the slice is of another Service', [aSlice({ service: 'other' })]],
  ])('E1: miss the selected pod when %s', (_, slices) => {
    expect(codes(aReachedVm(), {}, slices)).toEqual(['E1']);
    expect(findingOf(aSituation(aReachedVm(), {}, slices), 'E1')).toMatchObject({
      needed: 'virt-launcher-backendvm-abcde',
    });
  });

  it('E1: are not expected of a pod that is not selected', () => {
    expect(codes(aRunningVm(), {}, [])).toEqual([]);
  });

  it('E2: are there but not ready', () => {
    const slices = [aSlice({ endpoints: [anEndpoint({ ready: false })] })];
    expect(codes(aReachedVm(), {}, slices)).toEqual(['E2']);
    expect(findingOf(aSituation(aReachedVm(), {}, slices), 'E2')).toMatchObject({
      field: 'endpoints[].conditions.ready',
      actual: 'false',
      needed: 'true',
    });
  });

  it('E2: are well when one of two is ready, as while migrating', () => {
    expect(codes(aReachedVm(), {}, [aSlice({ endpoints: [anEndpoint({ ready: false }), anEndpoint()] })])).toEqual([]);
  });

  it('E5: a blank address of the VMI is only told, as long as the pod has it', () => {
    const situation = aSituation(aReachedVm({ vmi: { ip: '' } }));
    expect(detectedBy(endpointRules, situation)).toEqual(['E5']);
    expect(diagnose(situation).verdict).toBe('reachable');
  });

  it('E5: one that the guest agent reports without an address is a sign', () => {
    const seen = aReachedVm({ vmi: { ip: '' } });
    const interfaces = [{ name: 'default', infoSource: 'domain, guest-agent' }];
    const vmi = { ...seen.vmi, status: { ...seen.vmi?.status, interfaces } } as NonNullable<SeenVm['vmi']>;
    expect(findingOf(aSituation({ ...seen, vmi }), 'E5')).toMatchObject({ grade: 'limitation' });
    const told = findingOf(aSituation(seen), 'E5');
    expect(told).toMatchObject({ grade: 'note' });
  });

  it('E1: are on the way while the pod is seconds old', () => {
    const made = Date.parse('2026-08-01T10:00:00Z');
    const at = (now: number) => findingOf({ ...aSituation(aReachedVm(), {}, []), now }, 'E1')?.actual;
    expect([at(made + 3_000), at(made + 60_000)]).toEqual(['fresh', '']);
  });

  describe('E3: lack a port', () => {
    const named = {
      ports: [
        { name: 'web', port: 80, targetPort: 'http' },
        { name: 'ssh', port: 22 },
      ],
    };
    const slices = [aSlice({ ports: [{ name: 'ssh', port: 22 }] })];

    it('is partial while others are there, and not when none is', () => {
      expect(findingOf(aSituation(aReachedVm(), named, slices), 'E3')).toMatchObject({
        needed: '80 → http',
        isPartial: true,
      });
      expect(diagnose(aSituation(aReachedVm(), named, [aSlice({ ports: [] })])).verdict).toBe('not-reachable');
    });

    it("offers the number that the VM's list of ports gives the name, else the Service's own", () => {
      const listed = aReachedVm({
        vm: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ name: 'http', port: 8080 }] }] },
      });
      const target = (vm: SeenVm) => JSON.stringify(offerFor('E3', aSituation(vm, named, slices)).steps);
      expect(target(listed)).toContain('"name":"web","port":80,"targetPort":8080');
      expect(target(aReachedVm())).toContain('"name":"web","port":80,"targetPort":80');
    });
  });

  it('E3: are found in DNS without the port of a headless Service', () => {
    const { service, ...situation } = aSituation(
      aReachedVm(),
      { ports: [{ name: 'web', port: 80, targetPort: 'web' }] },
      [{ ...aSlice(), ports: null as never }],
    );
    const headless = { ...situation, service: { ...service, spec: { ...service.spec, clusterIP: 'None' } } };
    expect(findingOf(headless, 'E3')).toMatchObject({ grade: 'limitation', facts: { isHeadless: true } });
    expect(findingOf({ ...situation, service }, 'E3')).toMatchObject({ grade: 'blocking' });
  });

  it('E6: before E1, since a pod without an address of the family gets no endpoint', () => {
    const situation = aSituation(aReachedVm(), {}, [aSlice({ endpoints: [] })]);
    const service = { ...situation.service, spec: { ...situation.service.spec, ipFamilies: ['IPv6'] } };
    expect(diagnose({ ...situation, service }).findings[0]).toMatchObject({ code: 'E6', grade: 'blocking' });
  });

  it.each<[string, string[], string | undefined]>([
    ['the same family', ['IPv4'], undefined],
    ['one more family', ['IPv4', 'IPv6'], 'limitation'],
    ['another family', ['IPv6'], 'blocking'],
  ])('E6: a Service of %s', (_, ipFamilies, grade) => {
    const situation = aSituation(aReachedVm());
    const service = { ...situation.service, spec: { ...situation.service.spec, ipFamilies } };
    expect(findingOf({ ...situation, service }, 'E6')?.grade).toBe(grade);
  });
});
