import { aRunningVm } from '../../../test/objects/builders';
import { aSlice } from '../../../test/objects/serviceBuilders';
import * as keys from './labelKeys';
import { labelsOf } from './objects';

describe('the keys that KubeVirt and Kubernetes keep', () => {
  it('are those of a running VM, its pod and a slice', () => {
    const [pod] = aRunningVm().pods;
    const found = { ...labelsOf(pod), ...labelsOf(aSlice()), ...pod?.metadata?.annotations };
    expect(found).toMatchObject({ [keys.LAUNCHER_KEY]: keys.LAUNCHER_VALUE, [keys.VMI_ID_KEY]: 'backendvm' });
    for (const key of [keys.VM_NAME_KEY, keys.CREATED_BY_KEY, keys.SLICE_SERVICE_KEY])
      expect(found).toHaveProperty([key]);
  });
});
