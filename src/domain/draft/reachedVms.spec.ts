import { aPod } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { reachedVms } from './reachedVms';

const podOf = (vm: string, tier: string, options: Parameters<typeof aPod>[0] = {}) => {
  const pod = aPod({ name: `virt-launcher-${vm}`, labels: { tier }, ...options });
  return { ...pod, metadata: { ...pod.metadata, annotations: { 'kubevirt.io/domain': vm } } };
};

describe('the VMs that a Service selects', () => {
  const service = aService({ selector: { tier: 'backend' } });

  it('are named in order, one with two pods once, without those of other labels', () => {
    expect(
      reachedVms(service, [podOf('web', 'backend'), podOf('db', 'backend'), podOf('web', 'backend'), podOf('x', 'y')]),
    ).toEqual(['db', 'web']);
  });

  it('are none without a selector, and not those that end', () => {
    expect(reachedVms({ spec: {} }, [podOf('web', 'backend')])).toEqual([]);
    expect(reachedVms(service, [podOf('web', 'backend', { phase: 'Succeeded' })])).toEqual([]);
  });
});
