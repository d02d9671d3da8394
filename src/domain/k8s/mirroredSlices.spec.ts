import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { mirroredSlicesOf } from './mirroredSlices';

const slice = (labels: Record<string, string>, namespace = 'prod2') => ({
  ...aSlice(),
  metadata: { name: 's', namespace, labels },
});
const MIRROR = {
  'endpointslice.kubernetes.io/managed-by': 'endpointslice-mirror-controller.k8s.ovn.org',
  'k8s.ovn.org/service-name': 'backend',
};

describe('mirroredSlicesOf', () => {
  it.each([
    ['its own', slice(MIRROR), 1],
    ["another Service's", slice({ ...MIRROR, 'k8s.ovn.org/service-name': 'other' }), 0],
    [
      'one that someone else labelled like this',
      slice({ ...MIRROR, 'endpointslice.kubernetes.io/managed-by': 'me' }),
      0,
    ],
    ['one of another namespace', slice(MIRROR, 'other'), 0],
    ['the default one', aSlice(), 0],
  ])('takes %s', (_, found, count) => {
    expect(mirroredSlicesOf(aService(), [found])).toHaveLength(count);
  });
});
