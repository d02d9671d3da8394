import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { listsOfProject } from './projectLists';

describe('listsOfProject', () => {
  const { vm } = aReachedVm();
  const other = aService({ name: 'other' });
  const lists = {
    services: [aService(), { ...other, metadata: { ...other.metadata, namespace: 'elsewhere' } }],
    vms: [vm],
    endpointSlices: [aSlice(), aSlice({ namespace: 'elsewhere' })],
    now: 7,
  };

  it('takes what one project has', () => {
    const own = listsOfProject(lists, 'elsewhere');
    expect(own.services).toEqual([lists.services[1]]);
    expect(own.vms).toEqual([]);
    expect(own.endpointSlices).toHaveLength(1);
    expect(own.now).toBe(7);
  });

  it('leaves unread what was not read', () => {
    expect(listsOfProject(lists, 'prod2')).toMatchObject({
      pods: undefined,
      routes: undefined,
      networkPolicies: undefined,
    });
  });
});
