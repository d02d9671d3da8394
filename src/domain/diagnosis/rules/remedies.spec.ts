import { shellWords } from '../../k8s/shellQuote';
import { aRunningVm, aStoppedVm } from '../../../../test/objects/builders';
import { aService } from '../../../../test/objects/serviceBuilders';
import { asSent } from '../../../../test/objects/stepBuilders';
import { fixService, labelAllLayers, selectThisVm } from './remedies';

describe('remedies', () => {
  it('patch a Service guarded by its uid and by what the field held, and nothing that is so already', () => {
    const service = aService({ selector: { a: 'b' } });
    expect(fixService(service, { publishNotReadyAddresses: true }).map(asSent)).toEqual([
      {
        id: 'service/backend',
        kind: 'patch',
        target: { kind: 'Service', namespace: 'prod2', name: 'backend' },
        patch: [
          { op: 'test', path: '/metadata/uid', value: 'svc-backend' },
          { op: 'test', path: '/spec/publishNotReadyAddresses', value: null },
          { op: 'add', path: '/spec/publishNotReadyAddresses', value: true },
        ],
      },
    ]);
    expect(fixService(service, {})).toEqual([]);
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
    ).not.toMatch(/vmi\.kubevirt\.io|nodeName/);
  });

  it('quote each word of a command', () => {
    expect(shellWords('oc', 'get', 'a b')).toBe("oc get 'a b'");
  });
});
