import { aReachedVm } from '../../../test/objects/diagnosis';
import { aRunningVm } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { exposureOf } from '../exposure/exposure';
import type { SeenVm } from '../k8s/seen';
import type { ExposedVm } from './exposedList';
import { exposedRow } from './exposedRow';

const service = aService({ selector: { tier: 'backend' } });
function exposed(seen: SeenVm): ExposedVm {
  const exposure = exposureOf(seen, service, [aSlice()], { services: [service], networkPolicies: [], routes: [] });
  if (!exposure) throw new Error('the Service has nothing to do with the VM');
  return { seen, exposure };
}

describe('exposedRow', () => {
  it('is named after project and Service, and reaches where all of its VMs are reached', () => {
    const vms = [exposed(aReachedVm())];
    expect(exposedRow(service, vms)).toEqual({
      key: 'prod2/backend',
      namespace: 'prod2',
      service,
      vms,
      verdict: 'reachable',
    });
  });

  it('has the first reason where one of them is not reached', () => {
    const paused = aRunningVm({ vm: { name: 'paused' }, vmi: { labels: { tier: 'backend' }, paused: true } });
    const vms = [exposed(aReachedVm()), exposed(paused)];
    const row = exposedRow(service, vms);
    expect(row.verdict).toBe('partly-reachable');
    expect(row.reason).toBe(vms[1]?.exposure.findings[0]);
  });
});
