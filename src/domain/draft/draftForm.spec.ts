import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { isExposeDraft } from './draftForm';

/** As it is read from a storage. */
const stored = (draft: object): unknown => JSON.parse(JSON.stringify(draft));

describe('a draft that was kept', () => {
  it.each([
    aDraft(),
    aDraft({ selection: byLabel('live', {}, ['tier']), vmNames: [] }),
    aDraft({ selection: { by: 'service', timing: 'pod-only' }, type: 'Route', replaces: aService() }),
  ])('is one with all its fields', (draft) => {
    expect(isExposeDraft(stored(draft))).toBe(true);
  });

  it.each(Object.keys(aDraft()))('is none without %s', (field) => {
    expect(isExposeDraft(stored({ ...aDraft(), [field]: undefined }))).toBe(false);
    expect(isExposeDraft(stored({ ...aDraft(), [field]: 1 }))).toBe(false);
  });

  it.each(['options', 'route'] as const)('is none with a field of its %s less', (part) => {
    for (const field of Object.keys(aDraft()[part]))
      expect(isExposeDraft(stored({ ...aDraft(), [part]: { ...aDraft()[part], [field]: undefined } }))).toBe(false);
  });

  it.each([
    { type: 'Ingress' },
    { ports: [80] },
    { ports: [{ port: '80' }] },
    { selection: { by: 'name' } },
    { selection: { by: 'label', labels: [{ key: 'tier' }], removed: [], timing: 'live' } },
    { selection: { by: 'service', timing: 'soon' } },
    { route: { ...aDraft().route, termination: 'here' } },
    { specTiming: 'live' },
    { replaces: 'shop' },
  ])('is none with %j, which this version does not know', (changes) => {
    expect(isExposeDraft(stored({ ...aDraft(), ...changes }))).toBe(false);
  });
});
