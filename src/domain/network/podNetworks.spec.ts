import { aPod } from '../../../test/objects/builders';
import { hasUserDefinedPrimary } from './podNetworks';

const podWith = (networks: string | undefined) => {
  const pod = aPod();
  return networks === undefined
    ? pod
    : { ...pod, metadata: { ...pod.metadata, annotations: { 'k8s.ovn.org/pod-networks': networks } } };
};

describe('hasUserDefinedPrimary', () => {
  it.each<[string, string | undefined, boolean]>([
    ['no annotation', undefined, false],
    ['the cluster-wide network', '{"default":{"ip_address":"10.8.0.12/23","role":"primary"}}', false],
    ['the cluster-wide network of an older OVN-Kubernetes', '{"default":{"ip_address":"10.8.0.12/23"}}', false],
    [
      'a user-defined one',
      '{"default":{"role":"infrastructure-locked"},"prod2/udn":{"ip_address":"10.200.0.4/16","role":"primary"}}',
      true,
    ],
    ['one that is secondary', '{"default":{"role":"primary"},"prod2/lan":{"role":"secondary"}}', false],
    ['something that is no JSON', '{', false],
    ['nothing', 'null', false],
    ['a network that is null', '{"prod2/udn":null}', false],
  ])('of a pod with %s', (_, networks, expected) => {
    expect(hasUserDefinedPrimary(podWith(networks))).toBe(expected);
  });

  it('of no pod', () => {
    expect(hasUserDefinedPrimary(undefined)).toBe(false);
  });
});
