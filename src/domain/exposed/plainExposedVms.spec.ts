import { aStoppedVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { exposedVms } from './exposedVms';
import { isShort, plainExposedVms } from './plainExposedVms';

const vms = Array.from({ length: 50 }, (_, index) =>
  aStoppedVm({ name: `vm-${index}`, templateLabels: { on: `${index}` } }),
);
const services = Array.from({ length: 40 }, (_, index) =>
  aService({ name: `service-${index}`, selector: { on: `${index}` } }),
);
const lists = { services, vms: vms.map(({ vm }) => vm), vmis: [], pods: [], endpointSlices: [], networkPolicies: [] };

describe('plainExposedVms', () => {
  it('says what the index says, which is for longer lists', () => {
    const plain = plainExposedVms()(lists);
    expect(plain).toEqual(exposedVms()(lists));
    expect(plain.rows.map(({ vms: [vm] }) => vm?.seen.vm.metadata?.name)).toEqual(
      services.map((_, index) => `vm-${index}`),
    );
    expect(isShort(lists)).toBe(true);
    expect(isShort({ ...lists, services: [...services, aService({ name: 'one-more' })] })).toBe(false);
  });
});
