import { aService } from '../../../test/objects/serviceBuilders';
import { asSent } from '../../../test/objects/stepBuilders';
import { fieldOf, fieldsNow, patchService, withFields } from './serviceFields';

const service = aService();
const NODE_PORT = { ...service, spec: { ...service.spec, type: 'NodePort', externalTrafficPolicy: 'Local' } };

describe('patchService', () => {
  it('tests what each field was', () => {
    expect(patchService(NODE_PORT, { externalTrafficPolicy: 'Cluster' }).map(asSent)).toEqual([
      {
        id: 'service-change/backend',
        kind: 'patch',
        target: { kind: 'Service', namespace: 'prod2', name: 'backend' },
        patch: [
          { op: 'test', path: '/metadata/uid', value: 'svc-backend' },
          { op: 'test', path: '/spec/externalTrafficPolicy', value: 'Local' },
          { op: 'replace', path: '/spec/externalTrafficPolicy', value: 'Cluster' },
        ],
      },
    ]);
  });

  it('is nothing without fields', () => {
    expect(patchService(NODE_PORT, {})).toEqual([]);
  });
});

it('a field that is not there is null', () => {
  expect(fieldOf(NODE_PORT, 'externalIPs')).toBeNull();
  expect(fieldsNow(NODE_PORT, ['type', 'externalIPs'])).toEqual({ type: 'NodePort', externalIPs: null });
});

it('withFields is the Service after the change', () => {
  expect(withFields(NODE_PORT, { externalTrafficPolicy: 'Cluster' }).spec).toMatchObject({
    type: 'NodePort',
    externalTrafficPolicy: 'Cluster',
  });
});
