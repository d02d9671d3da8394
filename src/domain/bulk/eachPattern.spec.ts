import { aRunningVm, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { byLabel } from '../../../test/objects/draftBuilders';
import { newDraft } from '../draft/draft';
import {
  draftOf,
  isEachPattern,
  isSameForAll,
  newEachPattern,
  serviceNameOf,
  vmsOfPattern,
  withOwnName,
  withoutVms,
  type EachPattern,
} from './eachPattern';

const vmOf = (name: string) => aRunningVm({ vm: { name }, vmi: { uid: `vmi-${name}` }, pod: { uid: `pod-${name}` } });
const seen = seenOf([vmOf('web'), vmOf('db'), aStoppedVm({ name: 'old' })]);
const NAMES = ['web', 'db', 'old'];
const pattern = newEachPattern(seen, NAMES);
const withSelection = (selection: EachPattern['draft']['selection']): EachPattern => ({
  ...pattern,
  draft: { ...pattern.draft, selection },
});

describe('the pattern of one Service for each VM', () => {
  it('names each Service like its VM and selects it by the label of KubeVirt', () => {
    expect(NAMES.map((name) => serviceNameOf(pattern, name))).toEqual(NAMES);
    expect(draftOf(pattern, 'web', seen)).toMatchObject({
      vmNames: ['web'],
      serviceName: 'web',
      selection: { by: 'vm-identity' },
    });
  });

  it('gives a VM without a pod a label of its template, effective at its next start', () => {
    expect(draftOf(pattern, 'old', seen).selection).toEqual({
      by: 'label',
      labels: [{ key: 'expose-vm/service', value: 'old' }],
      removed: [],
      timing: 'next-restart',
    });
  });

  it.each([
    ['live', 'live', 'next-restart'],
    ['pod-only', 'pod-only', 'next-restart'],
    ['restart', 'restart', 'restart'],
    ['next-restart', 'next-restart', 'next-restart'],
  ] as const)('gives a label %s to what runs as %s, to what is stopped as %s', (timing, running, stopped) => {
    const labelled = withSelection(byLabel(timing, { tier: '', app: 'shop' }));
    const labels = (value: string) => [
      { key: 'tier', value },
      { key: 'app', value: 'shop' },
    ];
    expect(draftOf(labelled, 'web', seen).selection).toMatchObject({ labels: labels('web'), timing: running });
    expect(draftOf(labelled, 'old', seen).selection).toMatchObject({ labels: labels('old'), timing: stopped });
  });

  it('takes a name of its own for one VM, and back', () => {
    const own = withOwnName(pattern, 'web', 'shop');
    expect(NAMES.map((name) => serviceNameOf(own, name))).toEqual(['shop', 'db', 'old']);
    expect(serviceNameOf(withOwnName(own, 'web', ''), 'web')).toBe('web');
    expect(serviceNameOf(withOwnName(own, 'web', 'front'), 'web')).toBe('front');
    expect(serviceNameOf(pattern, 'constructor')).toBe('constructor');
  });

  it('leaves VMs out, each once', () => {
    const fewer = withoutVms(withoutVms(pattern, ['db']), ['db', 'old']);
    expect(vmsOfPattern(fewer)).toEqual(['web']);
    expect(fewer.skipped).toEqual(['db', 'old']);
  });

  it('knows a pattern that names all Services alike', () => {
    expect(isSameForAll(pattern)).toBe(false);
    expect(isSameForAll({ ...pattern, draft: { ...pattern.draft, serviceName: 'web' } })).toBe(true);
  });

  it('is read back from the tab as it was, and nothing else is taken for one', () => {
    expect(isEachPattern(JSON.parse(JSON.stringify(withOwnName(pattern, 'web', 'shop'))))).toBe(true);
    expect(isEachPattern({ ...pattern, skipped: undefined })).toBe(false);
    expect(isEachPattern({ ...pattern, ownNames: { web: 1 } })).toBe(false);
    expect(isEachPattern({ ...pattern, draft: {} })).toBe(false);
    expect(isEachPattern(null)).toBe(false);
  });

  it('holds for each VM the draft that the wizard for this VM alone would open with', () => {
    for (const name of NAMES) expect(draftOf(pattern, name, seen)).toEqual(newDraft(seen, [name], false));
  });
});
