import { NAMESPACE } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { patchStep } from './patchStep';

it('a patch step names its object by uid; there is none when nothing is to be changed', () => {
  const change = { of: 'service', fields: [{ name: 'type', before: 'ClusterIP', after: 'NodePort' }] } as const;
  expect(patchStep('p', 'Service', aService(), change)).toEqual([
    {
      id: 'p',
      kind: 'patch',
      target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' },
      uid: 'svc-backend',
      change,
    },
  ]);
  expect(patchStep('p', 'Service', aService(), { of: 'service', fields: [] })).toEqual([]);
});
