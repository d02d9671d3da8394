import { aPod, NAMESPACE } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { deleteStep } from './deleteStep';

const service = aService();
const seen = { ...service, metadata: { ...service.metadata, resourceVersion: '42' } };

describe('deleting an object', () => {
  it.each([
    ['asked', `delete-service/backend/${NAMESPACE}`],
    ['replaced', 'replaced-service/backend'],
    ['outdated', 'outdated-service/backend'],
    ['undo', 'undo-service/backend'],
  ] as const)('because it was %s names it by uid and by the version that was seen', (why, id) => {
    expect(deleteStep(why, 'Service', seen)).toEqual({
      id,
      kind: 'delete',
      target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' },
      why,
      guard: { uid: 'svc-backend', resourceVersion: '42' },
    });
  });

  it('tells the node ports that are free only after it', () => {
    const spec = { ...service.spec, healthCheckNodePort: 31000, ports: [{ port: 80, nodePort: 30080 }, { port: 81 }] };
    expect(deleteStep('replaced', 'Service', { ...service, spec } as Service)).toHaveProperty(
      'nodePorts',
      [30080, 31000],
    );
  });

  it('of a pod minds no change of it', () => {
    const pod = { ...aPod(), metadata: { ...aPod().metadata, resourceVersion: '7' } };
    expect(deleteStep('forced', 'Pod', pod)).not.toHaveProperty('guard.resourceVersion');
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
