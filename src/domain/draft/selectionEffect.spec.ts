import { RUN_ID, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import type { ExposeDraft } from './draft';
import { resolve } from './resolve';
import { lossesOf, previewOf } from './selectionEffect';

const FRONTEND = { tier: 'frontend' };
const vm = aRunningVm({ vm: { templateLabels: FRONTEND }, vmi: { labels: FRONTEND }, pod: { labels: FRONTEND } });
const theirs = aService({ name: 'theirs', selector: FRONTEND });
const resolved = (changes: Partial<ExposeDraft>) => resolve(aDraft(changes), seenOf([vm], [theirs]), RUN_ID).resolved;
const labelled = resolved({ selection: byLabel('live') });

describe('previewOf', () => {
  it('names what the planned selector selects once the run is over', () => {
    expect(previewOf(labelled, { pods: vm.pods, vms: [vm.vm] })).toMatchObject({ afterApply: { chosen: [VM_NAME] } });
  });

  it('is undefined while there is no selector', () => {
    const missing = resolved({ serviceName: 'missing', selection: { by: 'service', timing: 'live' } });
    expect(previewOf(missing, { pods: vm.pods, vms: [vm.vm] })).toBeUndefined();
  });
});

describe('lossesOf', () => {
  it('names the other Services that lose a VM of the draft once, not its own', () => {
    expect(lossesOf(labelled, [theirs])).toEqual([{ service: 'theirs', vm: VM_NAME, when: 'now', labels: ['tier'] }]);
    expect(lossesOf(resolved({ selection: byLabel('live'), serviceName: 'theirs' }), [theirs])).toEqual([]);
  });
});

describe('a VM whose template gets another hostname', () => {
  const byName = aService({ name: 'by-name', selector: { 'vm.kubevirt.io/name': VM_NAME } });
  const named = (specTiming: ExposeDraft['specTiming']) =>
    lossesOf(resolved({ type: 'Headless', hostname: 'db-0', specTiming }), [byName]);

  it('is lost to a Service that selects by its present name, with the restart', () => {
    const lost = { service: 'by-name', vm: VM_NAME, labels: ['vm.kubevirt.io/name'] };
    expect(named('restart')).toEqual([{ ...lost, when: 'now' }]);
    expect(named('next-restart')).toEqual([{ ...lost, when: 'next-restart' }]);
  });
});
