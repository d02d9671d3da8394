import { SITUATIONS_OF_SCENE } from '../scene';
import { anyScene } from './anyScene';

const textOf = (seed: number, number: number): string => JSON.stringify(anyScene(seed, number));

describe('random situations', () => {
  it('are the same for the same seed and number, and others for others', () => {
    expect(textOf(3, 17)).toBe(textOf(3, 17));
    expect(textOf(3, 17)).not.toBe(textOf(3, 18));
    expect(textOf(3, 17)).not.toBe(textOf(4, 17));
  });

  it('have every kind of thing among three hundred', () => {
    const all = Array.from({ length: 300 / SITUATIONS_OF_SCENE }, (_, number) => textOf(1, number)).join('\n');
    const kinds = [
      ...['NodePort', 'LoadBalancer', 'ExternalName', '"clusterIP":"None"', 'publishNotReadyAddresses', 'ClientIP'],
      ...[
        'internalTrafficPolicy":"Local',
        'externalTrafficPolicy":"Local',
        'loadBalancerSourceRanges',
        '"http"',
        'UDP',
      ],
      ...['bridge', 'isHalted', '"pause"', '"stop"', '"restart"', '"migrate"', 'subdomain', 'hostname', 'listens'],
      ...[
        '"layer":"vmi"',
        '"layer":"pod"',
        '"layer":"template"',
        'objectLabels',
        '"answered"',
        '"unanswered"',
        'isLinkDown',
        'ipBlock',
        'endPort',
        'except',
      ],
      ...['namespaceSelector', 'matchExpressions', 'Egress', 'web-by-hand', 'nobody', 'isNotReady', 'nginx'],
    ];
    expect(kinds.filter((kind) => !all.includes(kind))).toEqual([]);
  });
});
