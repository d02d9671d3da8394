import { aService, NAMESPACE } from '../../../test/builders';
import { deleteService } from './deleteService';

describe('deleting a Service', () => {
  it('names it by uid and by the version that was seen', () => {
    const service = aService();
    const step = deleteService({ ...service, metadata: { ...service.metadata, resourceVersion: '42' } });
    expect(step).toEqual({
      id: 'delete-service/backend',
      kind: 'delete',
      target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' },
      uid: 'svc-backend',
      resourceVersion: '42',
    });
  });

  it('sends no empty version', () => {
    expect(deleteService(aService())).not.toHaveProperty('resourceVersion');
  });
});
