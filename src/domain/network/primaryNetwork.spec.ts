import { aNetwork } from '../../../test/objects/networkBuilders';
import type { NetworkAttachmentDefinition } from '../k8s/objects';
import { PRIMARY_NETWORK_LABEL, toPrimaryNetwork, type PrimaryNetwork } from './primaryNetwork';

const LABELLED = { [PRIMARY_NETWORK_LABEL]: '' };
const SECONDARY = aNetwork({ name: 'lan', role: 'secondary' });
const LAYER2: PrimaryNetwork = { kind: 'user-defined', name: 'udn', topology: 'layer2' };

describe('toPrimaryNetwork', () => {
  it.each<
    [string, Record<string, string> | undefined, NetworkAttachmentDefinition[] | undefined, PrimaryNetwork | undefined]
  >([
    ['no label and no network', {}, [], { kind: 'default' }],
    ['secondary networks alone', {}, [SECONDARY], { kind: 'default' }],
    ['a primary network', LABELLED, [SECONDARY, aNetwork()], LAYER2],
    ['a primary network without the label', {}, [aNetwork()], LAYER2],
    ['a primary network of layer 3', LABELLED, [aNetwork({ topology: 'layer3' })], { ...LAYER2, topology: 'layer3' }],
    ['the label alone', LABELLED, [SECONDARY], { kind: 'labelled-only', wereNetworksRead: true }],
    ['the label, networks not read', LABELLED, undefined, { kind: 'labelled-only', wereNetworksRead: false }],
    ['no label, networks not read', {}, undefined, undefined],
    ['labels not read, no network', undefined, [], { kind: 'default' }],
    ['labels not read, a primary network', undefined, [aNetwork()], LAYER2],
    ['nothing read', undefined, undefined, undefined],
  ])('with %s', (_, labels, networks, expected) => {
    expect(toPrimaryNetwork(labels, networks)).toEqual(expected);
  });

  it.each([
    '',
    'not json',
    '{"role":"primary"',
    'null',
    '"primary"',
    '["primary"]',
    '7',
    '{"role":["primary"]}',
    '{"__proto__":{"role":"primary"}}',
  ])('takes the configuration %j for no primary network', (config) => {
    expect(toPrimaryNetwork({}, [aNetwork({ config })])).toEqual({ kind: 'default' });
  });

  it('finds the primary one behind others that cannot be read', () => {
    const broken: NetworkAttachmentDefinition[] = [
      aNetwork({ name: 'broken', config: '{' }),
      { metadata: { name: 'bare' } },
    ];
    expect(toPrimaryNetwork({}, [...broken, aNetwork()])).toEqual(LAYER2);
  });

  it('knows no topology where none, or none that is a text, is said', () => {
    expect(toPrimaryNetwork({}, [aNetwork({ config: '{"role":"primary","topology":2}' })])).toEqual({
      kind: 'user-defined',
      name: 'udn',
      topology: '',
    });
  });
});
