import { t } from '../../../../test/components/texts';
import type { ChangedLabels } from '../../../domain/steps/objectChange';
import { labelStepText } from './labelStepText';

describe('labelStepText', () => {
  it.each<[ChangedLabels['layer'], readonly string[]]>([
    [
      'template',
      [
        'Replace label app: q → frontend in the template of x',
        'Remove label zone=a from the template of x',
        'Change labels in the template of x: app: q → frontend, tier: – → backend, zone: a → –',
        'Replace labels app: q → frontend, env: a → b in the template of x',
        'Remove labels zone=a, env=a from the template of x',
      ],
    ],
    [
      'vmi',
      [
        'Replace label app: q → frontend on the running instance of x',
        'Remove label zone=a from the running instance of x',
        'Change labels on the running instance of x: app: q → frontend, tier: – → backend, zone: a → –',
        'Replace labels app: q → frontend, env: a → b on the running instance of x',
        'Remove labels zone=a, env=a from the running instance of x',
      ],
    ],
    [
      'pod',
      [
        'Replace label app: q → frontend on the running pod x',
        'Remove label zone=a from the running pod x',
        'Change labels on the running pod x: app: q → frontend, tier: – → backend, zone: a → –',
        'Replace labels app: q → frontend, env: a → b on the running pod x',
        'Remove labels zone=a, env=a from the running pod x',
      ],
    ],
  ])('says with the old values which labels of the %s are replaced, removed, or both', (layer, texts) => {
    const app = { key: 'app', before: 'q', after: 'frontend' };
    const zone = { key: 'zone', before: 'a', after: null };
    const lists: readonly ChangedLabels['labels'][] = [
      [app],
      [zone],
      [app, { key: 'tier', before: null, after: 'backend' }, zone],
      [app, { key: 'env', before: 'a', after: 'b' }],
      [zone, { key: 'env', before: 'a', after: null }],
    ];
    expect(lists.map((list) => labelStepText(t, { of: 'labels', layer, labels: list }, 'x'))).toEqual(texts);
  });
});
