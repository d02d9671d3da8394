import { shellWords } from '../../k8s/shellQuote';
import { aRunningVm, aService, aStoppedVm } from '../../../../test/builders';
import { labelAllLayers, patchService, selectThisVm, serviceRef } from './remedies';

describe('remedies', () => {
  it('patch a Service guarded by its uid and by what the field held, and nothing that is so already', () => {
    const service = aService({ selector: { a: 'b' } });
    expect(patchService(service, { publishNotReadyAddresses: true })).toEqual([
      {
        id: 'service/backend',
        kind: 'patch',
        target: serviceRef(service),
        patch: [
          { op: 'test', path: '/metadata/uid', value: 'svc-backend' },
          { op: 'test', path: '/spec/publishNotReadyAddresses', value: null },
          { op: 'add', path: '/spec/publishNotReadyAddresses', value: true },
        ],
      },
    ]);
    expect(patchService(service, {})).toEqual([]);
  });

  it('select a VM by what its pod shows, never by what it ought to', () => {
    expect(selectThisVm(aService(), aRunningVm())).toHaveLength(1);
    expect(selectThisVm(aService(), aStoppedVm())).toEqual([]);
  });

  it("leave KubeVirt's own keys alone", () => {
    expect(
      JSON.stringify(
        labelAllLayers(aRunningVm(), { tier: 'x', 'vmi.kubevirt.io/id': 'y', 'kubevirt.io/nodeName': 'z' }),
      ),
    ).not.toMatch(/vmi\.kubevirt\.io~1id|nodeName/);
  });

  it('quote each word of a command', () => {
    expect(shellWords('oc', 'get', 'a b')).toBe("oc get 'a b'");
  });
});
