import { aPod, aRunningVm, aStoppedVm, aVm, aVmi, launcherLabels } from '../../../test/objects/builders';
import {
  changedLabels,
  labelsAfterRestart,
  mayGetFromKubeVirt,
  podLabelsAfterNextRestart,
  podLabelsAfterRun,
  type ChangeTiming,
} from './podLabelForecast';
import { livePods, type SeenVm } from '../k8s/seen';

const BACKEND = { tier: 'backend' };
const SET_BY_KUBEVIRT = { 'kubevirt.io': 'virt-launcher', 'vm.kubevirt.io/name': 'backendvm' };
const ID = { 'vmi.kubevirt.io/id': 'backendvm' };
const RENEWED = { app: 'web', ...SET_BY_KUBEVIRT, ...ID };
/** carries `app=web` on all layers and `now=here` on its pod alone */
const running = (more: Partial<SeenVm> = {}): SeenVm => ({
  ...aRunningVm({
    vm: { templateLabels: { app: 'web' } },
    vmi: { labels: { app: 'web' } },
    pod: { labels: { app: 'web', now: 'here' } },
  }),
  ...more,
});
const NOW = { app: 'web', now: 'here', ...launcherLabels('backendvm', 'vmi-1') };

describe('changedLabels', () => {
  it('sets, replaces and removes, and leaves the rest', () => {
    expect(changedLabels({ a: '1', b: '2', c: '3' }, { b: 'x', c: null, d: '', e: null })).toEqual({
      a: '1',
      b: 'x',
      d: '',
    });
  });

  it('takes keys that objects inherit as labels like any other', () => {
    expect(changedLabels({ constructor: 'a' }, { toString: 'b' })).toEqual({ constructor: 'a', toString: 'b' });
    expect(Object.keys(changedLabels({ constructor: 'a' }, { constructor: null }))).toEqual([]);
  });
});

describe('labelsAfterRestart', () => {
  it('gives the labels of the template and those that KubeVirt sets, whatever the template says of the latter', () => {
    const vm = aVm({
      templateLabels: {
        app: 'web',
        'kubevirt.io': 'mine',
        'vmi.kubevirt.io/id': 'mine',
        'vm.kubevirt.io/name': 'mine',
      },
    });
    expect(labelsAfterRestart(vm, running().pods)).toEqual(RENEWED);
  });

  it('leaves the id label out where no pod tells that this KubeVirt sets it', () => {
    expect(labelsAfterRestart(aVm(), [aPod({ labels: {} })])).toEqual(SET_BY_KUBEVIRT);
    expect(labelsAfterRestart(aVm({ templateLabels: null }), [])).toEqual(SET_BY_KUBEVIRT);
    expect(labelsAfterRestart(aVm({ hasTemplateMetadata: false }), [])).toEqual(SET_BY_KUBEVIRT);
  });

  it('takes the id from an ended pod as well', () => {
    expect(labelsAfterRestart(aVm(), [aPod({ phase: 'Succeeded' })])).toEqual({ ...SET_BY_KUBEVIRT, ...ID });
  });

  it.each([
    ['web.example.com', undefined, 'web'],
    ['a'.repeat(70), undefined, 'a'.repeat(63)],
    ['backendvm', 'web', 'web'],
    ['backendvm', '', 'backendvm'],
  ])('names the pod of %s with the hostname %s', (name, hostname, label) => {
    const vm = aVm({ name });
    const template = {
      ...vm.spec.template,
      spec: { ...vm.spec.template.spec, ...(hostname === undefined ? {} : { hostname }) },
    };
    expect(labelsAfterRestart({ ...vm, spec: { ...vm.spec, template } } as typeof vm, [])['vm.kubevirt.io/name']).toBe(
      label,
    );
  });
});

describe('podLabelsAfterRun', () => {
  const after = (seen: SeenVm, timing: ChangeTiming, change: Record<string, string | null> = BACKEND) =>
    podLabelsAfterRun({ seen }, { change, timing });

  it.each<[ChangeTiming, object]>([
    [undefined, NOW],
    ['next-restart', NOW],
    ['pod-only', { ...NOW, ...BACKEND }],
    ['live', { ...NOW, ...BACKEND }],
    ['restart', { ...RENEWED, ...BACKEND }],
  ])('of a VM that runs, with timing %s', (timing, labels) => {
    expect(after(running(), timing)).toEqual([labels]);
  });

  it('labels both pods of a VM that migrates, and none that ended or goes', () => {
    const pods = [
      aPod(),
      aPod({ name: 'target', uid: 'pod-2' }),
      aPod({ name: 'ended', uid: 'pod-3', phase: 'Failed' }),
      aPod({ name: 'going', uid: 'pod-4', deleting: true }),
    ];
    expect(after(running({ pods }), 'live')).toHaveLength(2);
    expect(after(running({ pods }), 'pod-only')).toHaveLength(2);
  });

  it.each<ChangeTiming>([undefined, 'live', 'next-restart', 'pod-only'])(
    'has no pod for a stopped VM, with timing %s',
    (timing) => {
      expect(after(aStoppedVm(), timing)).toEqual([]);
    },
  );

  it('restarts no VM whose VMI and pods are as wanted', () => {
    const carries = aRunningVm({
      vm: { templateLabels: BACKEND },
      vmi: { labels: BACKEND },
      pod: { labels: { ...BACKEND, now: 'here' } },
    });
    expect(after(carries, 'restart')[0]).toMatchObject({ now: 'here' });
    expect(after(carries, 'restart', { tier: 'backend', gone: null })[0]).toMatchObject({ now: 'here' });
    expect(after(carries, 'restart', { tier: null })[0]).not.toHaveProperty('now');
    expect(after({ ...carries, vmi: aVmi() }, 'restart')[0]).not.toHaveProperty('now');
  });

  it.each<ChangeTiming>(['live', 'restart'])(
    'counts on the new pod where a restart is under way, with timing %s',
    (timing) => {
      const goingDown = running({ vmi: aVmi({ deleting: true }), pods: [aPod({ deleting: true })] });
      expect(after(goingDown, timing)).toEqual([{ ...RENEWED, ...BACKEND }]);
      expect(livePods(goingDown)).toEqual([]);
    },
  );

  it('makes no pod of one that could not be read', () => {
    expect(after(running({ pods: [], arePodsUnknown: true }), 'live')).toEqual([]);
  });
});

describe('podLabelsAfterNextRestart', () => {
  it.each<[ChangeTiming, object]>([
    [undefined, RENEWED],
    ['next-restart', { ...RENEWED, ...BACKEND }],
    ['pod-only', RENEWED],
    ['live', { ...RENEWED, ...BACKEND }],
    ['restart', { ...RENEWED, ...BACKEND }],
  ])('with timing %s', (timing, labels) => {
    expect(podLabelsAfterNextRestart({ seen: running() }, { change: BACKEND, timing })).toEqual(labels);
  });

  it('has the name label of the hostname that the run writes', () => {
    const planned = { seen: running(), hostname: 'db-0' };
    const labels = { ...RENEWED, 'vm.kubevirt.io/name': 'db-0' };
    expect(podLabelsAfterNextRestart(planned, { change: {}, timing: undefined })).toEqual(labels);
    expect(podLabelsAfterRun(planned, { change: {}, timing: undefined })).toEqual([NOW]);
    expect(podLabelsAfterRun({ ...planned, isRenewed: true }, { change: {}, timing: undefined })).toEqual([labels]);
  });
});

describe('mayGetFromKubeVirt', () => {
  const LONG = 'a'.repeat(70);
  it.each<[string, SeenVm, string, string, boolean]>([
    ['its own id', aStoppedVm(), 'vmi.kubevirt.io/id', 'backendvm', true],
    ["another VM's id", aStoppedVm(), 'vmi.kubevirt.io/id', 'another', false],
    ['its hostname', aStoppedVm({ name: 'node.a' }), 'vm.kubevirt.io/name', 'node', true],
    ['its name with a dot', aStoppedVm({ name: 'node.a' }), 'vm.kubevirt.io/name', 'node.a', false],
    ['the mark of a launcher pod', aStoppedVm(), 'kubevirt.io', 'virt-launcher', true],
    ['the uid of an instance', aStoppedVm(), 'kubevirt.io/created-by', 'vmi-1', false],
    ['the cut id of a long name', aStoppedVm({ name: LONG }), 'vmi.kubevirt.io/id', `${'a'.repeat(54)}-0a1b2c3d`, true],
    ['a long name uncut', aStoppedVm({ name: LONG }), 'vmi.kubevirt.io/id', LONG, false],
    ['a label of a user', aStoppedVm({ templateLabels: { app: 'web' } }), 'app', 'web', false],
  ])('%s', (_, seen, key, value, expected) => {
    expect(mayGetFromKubeVirt(seen, key, value)).toBe(expected);
  });
});
