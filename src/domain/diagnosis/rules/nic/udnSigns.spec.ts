import { aReachedVm, aSituation } from '../../../../../test/objects/diagnosis';
import { aSlice } from '../../../../../test/objects/serviceBuilders';
import { mayBeUserDefined } from './udnSigns';

const podOn = (networks: object) => ({ annotations: { 'k8s.ovn.org/pod-networks': JSON.stringify(networks) } });
const on = (networks?: object) => {
  const { pods, ...rest } = aReachedVm();
  const vm = networks
    ? { ...rest, pods: pods.map((pod) => ({ ...pod, metadata: { ...pod.metadata, ...podOn(networks) } })) }
    : { ...rest, pods };
  return aSituation(vm);
};
const mirrored = () => {
  const slice = aSlice();
  const labels = {
    'endpointslice.kubernetes.io/managed-by': 'endpointslice-mirror-controller.k8s.ovn.org',
    'k8s.ovn.org/service-name': 'backend',
  };
  return { ...slice, metadata: { ...slice.metadata, labels } };
};

describe('a user-defined network', () => {
  it('is not looked for where the pod shows that it is on the network of the cluster', () => {
    expect(mayBeUserDefined(on())).toBe(false);
    expect(mayBeUserDefined(on({ default: { role: 'primary' } }))).toBe(false);
  });

  it('is looked for where the pod or a mirrored slice shows one, and where pods were not read', () => {
    expect(mayBeUserDefined(on({ default: { role: 'infrastructure-locked' }, udn: { role: 'primary' } }))).toBe(true);
    expect(mayBeUserDefined({ ...on(), endpointSlices: [mirrored()] })).toBe(true);
    expect(mayBeUserDefined({ ...on(), vm: { ...on().vm, pods: [], arePodsUnknown: true } })).toBe(true);
  });

  it('is looked for wherever the networks were read, and for what is only planned', () => {
    expect(mayBeUserDefined({ ...on(), primaryNetwork: { kind: 'default' } })).toBe(true);
    expect(mayBeUserDefined({ ...on(), planned: { restarts: false } })).toBe(true);
  });
});
