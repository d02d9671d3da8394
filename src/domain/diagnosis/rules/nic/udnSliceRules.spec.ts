import { aPod } from '../../../../../test/objects/builders';
import { aService, aSlice, anEndpoint, type ServiceOptions } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, findingOf } from '../../../../../test/objects/diagnosis';
import type { EndpointSlice } from '../../../k8s/objects';
import type { PrimaryNetwork } from '../../../network/primaryNetwork';
import { diagnose } from '../../diagnose';
import type { Situation } from '../../situation';

const ofAnother = anEndpoint({ pod: aPod({ uid: 'pod-of-another' }), addresses: ['10.200.0.9'] });
const UDN: PrimaryNetwork = { kind: 'user-defined', name: 'udn', topology: 'layer2' };
const on = (service: ServiceOptions, slices: EndpointSlice[], primaryNetwork: PrimaryNetwork = UDN): Situation => ({
  ...aSituation(aReachedVm(), service, slices),
  primaryNetwork,
});
const mirrored = (service = 'backend', endpoints?: EndpointSlice['endpoints']): EndpointSlice => {
  const slice = aSlice({
    managedBy: 'endpointslice-mirror-controller.k8s.ovn.org',
    ...(endpoints ? { endpoints } : {}),
  });
  return {
    ...slice,
    metadata: {
      ...slice.metadata,
      labels: {
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-mirror-controller.k8s.ovn.org',
        'k8s.ovn.org/service-name': service,
      },
    },
  };
};

describe('slices on a user-defined network', () => {
  it.each<[string, EndpointSlice[], boolean]>([
    ['there is none', [aSlice()], true],
    ['it is of another Service', [aSlice(), mirrored('other')], true],
    ['it is empty', [aSlice(), mirrored('backend', [])], true],
    ['it holds only others', [aSlice(), mirrored('backend', [ofAnother])], true],
    ['it does not name its pods', [aSlice(), mirrored('backend', [{ addresses: ['10.200.0.5'] }])], false],
    ['it exists', [aSlice(), mirrored()], false],
  ])('U2: the mirrored one: %s', (_, slices, isMissing) => {
    expect(findingOf(on({}, slices), 'U2') !== undefined).toBe(isMissing);
  });

  it('U2: is not said of what is in no slice at all', () => {
    expect(findingOf(on({}, [aSlice({ endpoints: [] })]), 'U2')).toBeUndefined();
  });

  it('U2: does not concern the default network', () => {
    expect(findingOf(on({}, [aSlice()], { kind: 'default' }), 'U2')).toBeUndefined();
  });

  it('U4: hand-made ones are not mirrored', () => {
    const situation = { ...on({}, [aSlice({ managedBy: 'me' })]), service: aService() };
    expect(diagnose(situation)).toMatchObject({ verdict: 'not-reachable', findings: [{ code: 'U4' }, {}, {}, {}] });
  });

  it("U7: node ports have a gap on the VM's own node", () => {
    const situation = on({ type: 'NodePort' }, [aSlice(), mirrored()]);
    const service = {
      ...situation.service,
      spec: { ...situation.service.spec, ports: [{ port: 80, nodePort: 30080 }] },
    };
    expect(findingOf({ ...situation, service }, 'U7')).toMatchObject({
      grade: 'limitation',
      actual: '30080',
      needed: 'node1',
    });
  });
});
