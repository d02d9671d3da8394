import { NAMESPACE } from '../../../test/objects/builders';
import { allRights } from '../../../test/objects/draftBuilders';
import { InMemoryCluster } from '../../../test/in-memory-cluster/inMemoryCluster';
import { RIGHTS } from '../../domain/steps/rights';
import { readRights } from './rights';

const SERVICES = [{ verbs: ['create'], apiGroups: [''], resources: ['services'] }];
const clusterWith = (incomplete: boolean) => {
  const cluster = new InMemoryCluster({ vms: [], services: [], endpointSlices: [] });
  cluster.access = { rules: SERVICES, incomplete };
  return cluster;
};

describe('readRights', () => {
  it('takes a complete review at its word and asks nothing more', async () => {
    const cluster = clusterWith(false);
    const mayI = jest.spyOn(cluster, 'mayI');
    expect(await readRights(cluster, NAMESPACE)).toEqual({ ...allRights(false), createService: true });
    expect(mayI).not.toHaveBeenCalled();
  });

  it('asks singly for each right that an incomplete review does not show', async () => {
    const cluster = clusterWith(true);
    cluster.mayIAnswer = (resource) => resource === 'pods';
    const mayI = jest.spyOn(cluster, 'mayI');
    expect(await readRights(cluster, NAMESPACE)).toEqual({
      ...allRights(false),
      createService: true,
      patchPod: true,
      deletePod: true,
      readPodLog: true,
    });
    expect(mayI).toHaveBeenCalledTimes(RIGHTS.length - 1);
    expect(mayI).toHaveBeenCalledWith(
      { group: 'subresources.kubevirt.io', resource: 'virtualmachines', subresource: 'restart', verb: 'update' },
      NAMESPACE,
    );
    expect(mayI).not.toHaveBeenCalledWith({ group: '', resource: 'services', verb: 'create' }, NAMESPACE);
  });
});
