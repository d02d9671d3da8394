import { aPod, NAMESPACE } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { deleteStep } from './deleteStep';

const service = aService();
const seen = { ...service, metadata: { ...service.metadata, resourceVersion: '42' } };

describe('deleting an object', () => {
  it.each([
    ['asked', 'delete-service/backend'],
    ['replaced', 'replaced-service/backend'],
  ] as const)('because it was %s names it by uid and by the version that was seen', (why, id) => {
    expect(deleteStep(why, 'Service', seen)).toEqual({
      id,
      kind: 'delete',
      target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' },
      why,
      guard: { uid: 'svc-backend', resourceVersion: '42' },
    });
  });

  it.each([
    ['outdated', 'outdated-service/backend'],
    ['undo', 'undo-service/backend'],
  ] as const)('that a run has made (%s) names it by uid, whatever was changed on it', (why, id) => {
    expect(deleteStep(why, 'Service', seen)).toMatchObject({ id, why, guard: { uid: 'svc-backend' } });
    expect(deleteStep(why, 'Service', seen)).not.toHaveProperty('guard.resourceVersion');
  });

  it('sends no empty version', () => {
    expect(deleteStep('asked', 'Service', service)).toHaveProperty('guard', { uid: 'svc-backend' });
  });

  it('by force leaves a pod one second, and sends no grace otherwise', () => {
    expect(deleteStep('forced', 'Pod', aPod())).toMatchObject({
      id: 'force/virt-launcher-backendvm-abcde',
      target: { kind: 'Pod', name: 'virt-launcher-backendvm-abcde' },
      graceSeconds: 1,
    });
    expect(deleteStep('undo', 'Service', service)).not.toHaveProperty('graceSeconds');
  });
});
