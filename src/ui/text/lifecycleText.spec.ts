import { t } from '../../../test/components/texts';
import type { LifecycleObstacle, LifecycleState } from '../../domain/kubevirt/lifecycle';
import { lifecycleText, stateNote } from './lifecycleText';

/** Every one; the types make a missing one a compile error. */
const OBSTACLES: Readonly<Record<LifecycleObstacle, RegExp>> = {
  'restart.halted': /does not restart web: its run strategy is Halted/,
  'restart.once': /does not restart web: its run strategy is Once/,
  'restart.volumes-change': /does not restart web while its volumes/,
  'restart.stopping': /does not restart web while the VM is stopping/,
  'start.receiver': /does not start web: its run strategy is WaitAsReceiver/,
  'start.always': /starts web automatically, because its run strategy is Always/,
  'start.once': /does not start web again: its run strategy is Once/,
  'start.failed': /does not start web: the VM has failed, and its run strategy is RerunOnFailure/,
  'start.stopping': /does not start web until the VM has shut down/,
  'start.volumes-change': /does not start web: recover the migration of its volumes/,
};
const NOTES: Readonly<Record<LifecycleState, RegExp | undefined>> = {
  running: undefined,
  stopped: undefined,
  paused: /^web is paused/,
  migrating: /^web is migrating/,
  restarting: /^web is already starting or restarting/,
};

describe('lifecycleText', () => {
  it.each(Object.entries(OBSTACLES) as [LifecycleObstacle, RegExp][])(
    'names for %s the VM and the reason',
    (obstacle, words) => {
      const text = lifecycleText(t, obstacle, 'web');
      expect(text).toMatch(words);
      expect(text).toMatch(/^KubeVirt .*\.$/);
    },
  );

  it('words no two alike', () => {
    const texts = (Object.keys(OBSTACLES) as LifecycleObstacle[]).map((obstacle) => lifecycleText(t, obstacle, 'web'));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('stateNote', () => {
  it.each(Object.entries(NOTES) as [LifecycleState, RegExp | undefined][])('of %s: %s', (state, words) => {
    const text = stateNote(t, state, 'web');
    if (words) expect(text).toMatch(words);
    else expect(text).toBeUndefined();
  });

  it('leaves a name as it is', () => {
    expect(stateNote(t, 'paused', '<b>{{name}}</b>')).toContain('<b>{{name}}</b> is paused');
  });
});
