import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { SLICE_SERVICE_KEY } from './labelKeys';
import { slicesNaming } from './sliceIndex';

describe('slicesNaming', () => {
  const slices = [aSlice(), aSlice({ service: 'other' }), aSlice()];

  it('gives the slices that name the Service under the key, in their order', () => {
    expect(slicesNaming(aService(), slices, SLICE_SERVICE_KEY)).toEqual([slices[0], slices[2]]);
    expect(slicesNaming(aService({ name: 'other' }), slices, SLICE_SERVICE_KEY)).toEqual([slices[1]]);
  });

  it('gives none under another key, of another namespace, or of a Service that none names', () => {
    const elsewhere = { ...aService(), metadata: { ...aService().metadata, namespace: 'elsewhere' } };
    expect(slicesNaming(aService(), slices, 'k8s.ovn.org/service-name')).toEqual([]);
    expect(slicesNaming(elsewhere, slices, SLICE_SERVICE_KEY)).toEqual([]);
    expect(slicesNaming(aService({ name: 'none' }), slices, SLICE_SERVICE_KEY)).toEqual([]);
  });
});
