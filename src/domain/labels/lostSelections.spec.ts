import { aPod, aRunningVm, aStoppedVm, launcherLabels } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import type { ChangeTiming } from './podLabelForecast';
import type { SeenVm } from '../k8s/seen';
import { lostSelections, type LostSelectionsInput } from './lostSelections';

const FRONTEND = { tier: 'frontend' };
const frontend = aService({ name: 'frontend', selector: FRONTEND });
/** carries `tier=frontend` on all layers */
const vm = aRunningVm({ vm: { templateLabels: FRONTEND }, vmi: { labels: FRONTEND }, pod: { labels: FRONTEND } });
type LostInput = Omit<Partial<LostSelectionsInput>, 'chosen'> & { readonly chosen?: readonly SeenVm[] };
const lost = ({ chosen = [vm], ...input }: LostInput = {}) =>
  lostSelections({
    change: { tier: 'backend' },
    timing: 'live',
    chosen: chosen.map((seen) => ({ seen })),
    services: [frontend],
    ...input,
  });
const NOW = { service: 'frontend', vm: 'backendvm', when: 'now', labels: ['tier'] };
const LATER = { ...NOW, when: 'next-restart' };

describe('lostSelections', () => {
  it.each<[ChangeTiming, object[]]>([
    ['live', [NOW, LATER]],
    ['restart', [NOW]],
    ['next-restart', [LATER]],
    ['pod-only', [NOW]],
    [undefined, []],
  ])('with timing %s', (timing, expected) => {
    expect(lost({ timing })).toEqual(expected);
    expect(lost({ timing, change: { tier: null } })).toEqual(expected);
  });

  it('is nothing for a label that nobody selects by, that stays, or without Services', () => {
    expect(lost({ change: { app: 'web' } })).toEqual([]);
    expect(lost({ change: FRONTEND })).toEqual([]);
    expect(lost({ services: [] })).toEqual([]);
    expect(lost({ chosen: [] })).toEqual([]);
  });

  it('is nothing for a Service that does not select the VM, has no selector, or is an alias', () => {
    const services = [
      aService({ name: 'more', selector: { ...FRONTEND, app: 'web' } }),
      aService({ name: 'none' }),
      aService({ name: 'alias', type: 'ExternalName', selector: FRONTEND }),
      aService({ name: 'identity', selector: { 'vmi.kubevirt.io/id': 'backendvm' } }),
      aService({ name: 'inherited', selector: JSON.parse('{"constructor":"x"}') as Record<string, string> }),
    ];
    (['live', 'restart', 'next-restart', 'pod-only'] as const).forEach((timing) =>
      expect(lost({ services, timing })).toEqual([]),
    );
  });

  it('names just the keys at fault', () => {
    const labels = { app: 'web', tier: 'frontend', zone: 'a' };
    const chosen = [aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } })];
    expect(
      lost({
        chosen,
        services: [aService({ selector: labels })],
        change: { tier: 'backend', zone: null, other: 'x' },
        timing: 'pod-only',
      }),
    ).toEqual([{ service: 'backend', vm: 'backendvm', when: 'now', labels: ['tier', 'zone'] }]);
  });

  it('of a stopped VM comes with its next start', () => {
    const chosen = [aStoppedVm({ templateLabels: FRONTEND })];
    expect(lost({ chosen, timing: 'next-restart' })).toEqual([LATER]);
    expect(lost({ chosen, timing: 'pod-only' })).toEqual([]);
  });

  it('of a label that waits in the template comes after the restart, also of one in the run', () => {
    const chosen = [aRunningVm({ vm: { templateLabels: FRONTEND } })];
    expect(lost({ chosen, timing: 'live' })).toEqual([LATER]);
    expect(lost({ chosen, timing: 'restart' })).toEqual([LATER]);
  });

  it('of what only the pod carries comes with the restart of the run, whatever the run changes', () => {
    const chosen = [aRunningVm({ pod: { labels: FRONTEND } })];
    expect(lost({ chosen, change: { app: 'web' }, timing: 'restart' })).toEqual([NOW]);
    expect(lost({ chosen, change: { app: 'web' }, timing: 'live' })).toEqual([]);
    expect(lost({ chosen, change: { tier: null }, timing: 'live' })).toEqual([NOW]);
  });

  it('of what only the pod carries comes with a restart for the template spec, which changes no label', () => {
    const seen = aRunningVm({ pod: { labels: FRONTEND } });
    const input = { change: {}, timing: undefined, services: [frontend] };
    expect(lostSelections({ ...input, chosen: [{ seen, isRenewed: true }] })).toEqual([NOW]);
    expect(lostSelections({ ...input, chosen: [{ seen }] })).toEqual([]);
  });

  it('of the name label comes with a new hostname', () => {
    const services = [aService({ name: 'frontend', selector: { 'vm.kubevirt.io/name': 'backendvm' } })];
    const planned = { seen: aRunningVm(), hostname: 'db-0' };
    const byName = { labels: ['vm.kubevirt.io/name'] };
    const input = { change: {}, timing: undefined, services };
    expect(lostSelections({ ...input, chosen: [planned] })).toEqual([{ ...LATER, ...byName }]);
    expect(lostSelections({ ...input, chosen: [{ ...planned, isRenewed: true }] })).toEqual([{ ...NOW, ...byName }]);
    expect(lostSelections({ ...input, chosen: [{ ...planned, hostname: 'backendvm' }] })).toEqual([]);
  });

  it('is told for a VM that migrates when no pod of it is selected any more', () => {
    const labels = { ...launcherLabels('backendvm', 'vmi-1'), ...FRONTEND };
    const chosen = [
      {
        ...vm,
        pods: [aPod({ labels }), aPod({ name: 'target', uid: 'pod-2', labels: launcherLabels('backendvm', 'vmi-1') })],
      },
    ];
    expect(lost({ chosen, timing: 'pod-only' })).toEqual([NOW]);
  });

  it('goes by the VMI where the pods could not be read', () => {
    const chosen = [{ ...vm, pods: [], arePodsUnknown: true }];
    expect(lost({ chosen })).toEqual([NOW, LATER]);
  });

  it('is told for each VM and each Service', () => {
    const other = aRunningVm({
      vm: { name: 'othervm', templateLabels: FRONTEND },
      vmi: { labels: FRONTEND },
      pod: { labels: FRONTEND },
    });
    const services = [frontend, aService({ name: 'second', selector: FRONTEND })];
    expect(
      lost({ chosen: [vm, other], services, timing: 'restart' }).map(({ service, vm: name }) => `${service} ${name}`),
    ).toEqual(['frontend backendvm', 'second backendvm', 'frontend othervm', 'second othervm']);
  });
});
