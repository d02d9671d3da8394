import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import type { Labels } from '../k8s/objects';
import { labelEffect } from './labelEffect';

const running = (template: Labels, runs: Labels = template) =>
  aRunningVm({ vm: { templateLabels: template }, vmi: { labels: runs }, pod: { labels: runs } });
const effectOn = (...vms: Parameters<typeof labelEffect>[0]) => labelEffect(vms, 'tier', 'backend', 'live');

describe('what a label does to VMs', () => {
  it('is new where no layer has its key', () => {
    expect(effectOn(running({ app: 'shop' }), aStoppedVm())).toEqual({ code: 'new' });
    expect(labelEffect([running({})], 'constructor', 'x', 'live')).toEqual({ code: 'new' });
  });

  it('is there already where every layer of every VM has it', () => {
    expect(effectOn(running({ tier: 'backend' }))).toEqual({ code: 'set' });
  });

  it('is added where it lacks: in what runs, or on other VMs', () => {
    expect(effectOn(running({ tier: 'backend' }, {}))).toEqual({ code: 'added-to-some' });
    expect(effectOn(running({ tier: 'backend' }), running({}))).toEqual({ code: 'added-to-some' });
  });

  it('replaces each other value once, also one that only what runs has', () => {
    expect(effectOn(running({ tier: 'a' }), running({}, { tier: 'b' }))).toEqual({
      code: 'replaces',
      values: ['a', 'b'],
    });
  });

  it('leaves templates alone on the pods only', () => {
    expect(labelEffect([running({ tier: 'a' }, {})], 'tier', 'backend', 'pod-only')).toEqual({ code: 'new' });
  });
});
