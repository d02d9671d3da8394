import { aService } from '../../../test/objects/serviceBuilders';
import { nameOf } from '../k8s/objects';
import { usableServices } from './usableServices';

describe('usableServices', () => {
  it('are those that select by labels, by name; never an alias', () => {
    const selector = { tier: 'backend' };
    const services = [
      aService({ name: 'zebra', selector }),
      aService({ name: 'app', selector }),
      aService({ name: 'none' }),
      aService({ name: 'alias', selector, type: 'ExternalName' }),
    ];
    const going = { ...services[0], metadata: { ...services[0]?.metadata, deletionTimestamp: '2026-08-01T10:00:00Z' } };
    expect(usableServices([going])).toEqual([]);
    expect(usableServices(services).map(nameOf)).toEqual(['app', 'zebra']);
  });
});
