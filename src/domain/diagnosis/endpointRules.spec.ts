import { aPod, aRunningVm, aSlice, anEndpoint } from '../../../test/builders';
import { aReachedVm, aSituation, detectedBy, findingOf } from '../../../test/diagnosis';
import { endpointRules } from './endpointRules';

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
    expect(findingOf(aSituation(aReachedVm(), {}, slices), 'E1')).toMatchObject({ needed: 'virt-launcher-backendvm-abcde' });
  });

  it('E1: are not expected of a pod that is not selected', () => {
    expect(codes(aRunningVm(), {}, [])).toEqual([]);
  });

  it('E2: are there but not ready', () => {
    const slices = [aSlice({ endpoints: [anEndpoint({ ready: false })] })];
    expect(codes(aReachedVm(), {}, slices)).toEqual(['E2']);
    expect(findingOf(aSituation(aReachedVm(), {}, slices), 'E2')).toMatchObject({ field: 'endpoints[].conditions.ready', actual: 'false', needed: 'true' });
  });

  it('E2: are well when one of two is ready, as while migrating', () => {
    expect(codes(aReachedVm(), {}, [aSlice({ endpoints: [anEndpoint({ ready: false }), anEndpoint()] })])).toEqual([]);
  });

  it('E4: point to the pod but hold an address that it does not have', () => {
    const slices = [aSlice({ endpoints: [anEndpoint({ addresses: ['192.0.2.7'] })] })];
    expect(codes(aReachedVm(), {}, slices)).toEqual(['E4']);
    expect(findingOf(aSituation(aReachedVm(), {}, slices), 'E4')).toMatchObject({ actual: '192.0.2.7', needed: '10.8.0.12' });
  });

  it("E4: are well when the VMI's address is blank but the pod has it", () => {
    expect(codes(aReachedVm({ vmi: { ip: '' } }))).toEqual([]);
  });
});
