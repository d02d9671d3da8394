import { aVmi } from '../../../test/objects/builders';
import { getsPodNetwork, podNic } from './podNic';

const pod = { name: 'default', pod: {} };
const lan = { name: 'lan', multus: { networkName: 'lan' } };

describe('the interface on the pod network', () => {
  it('is the one whose network is the pod network, wherever it stands in the list', () => {
    const { spec } = aVmi({
      interfaces: [
        { name: 'lan', bridge: {} },
        { name: 'default', masquerade: {} },
      ],
      networks: [lan, pod],
    });
    expect(podNic(spec)?.name).toBe('default');
  });

  it('is the one of a Multus network that stands in for the pod network', () => {
    const { spec } = aVmi({
      interfaces: [{ name: 'lan', bridge: {} }],
      networks: [{ name: 'lan', multus: { networkName: 'lan', default: true } as { networkName: string } }],
    });
    expect(podNic(spec)?.name).toBe('lan');
  });

  it('is not there when the network has none, or when there is no such network', () => {
    expect(podNic(aVmi({ interfaces: [], networks: [pod] }).spec)).toBeUndefined();
    expect(podNic(aVmi({ interfaces: [{ name: 'lan', bridge: {} }], networks: [lan] }).spec)).toBeUndefined();
  });
});

describe('a template that says nothing of networks', () => {
  const bare = aVmi({ interfaces: [], networks: [] }).spec;

  it('gets an interface on the pod network', () => {
    expect(getsPodNetwork(bare)).toBe(true);
  });

  it('gets none where that is switched off, nor beside networks of its own', () => {
    const off = {
      ...bare,
      domain: { ...bare.domain, devices: { ...bare.domain.devices, autoattachPodInterface: false } },
    };
    expect(getsPodNetwork(off)).toBe(false);
    expect(getsPodNetwork(aVmi({ networks: [lan] }).spec)).toBe(false);
  });
});
