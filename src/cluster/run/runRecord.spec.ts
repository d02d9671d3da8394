import { NAMESPACE, RUN_ID, VM_NAME } from '../../../test/objects/builders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import type { RunRecord } from '../../domain/plan/run';
import { forgetRunRecord, keepRunRecord, readRunRecord } from './runRecord';

const without = <T extends object>(object: T, field: keyof T): object =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));

const record = (vmNames = [VM_NAME]): RunRecord => ({
  runId: RUN_ID,
  draft: aDraft({ vmNames, selection: byLabel('restart') }),
  replaced: Object.fromEntries(
    vmNames.map((name) => [
      name,
      {
        vmUid: `vm-${name}`,
        template: { tier: { before: null, after: ['backend'] } },
        vmi: { tier: { before: 'old', after: ['backend'] } },
        pod: {},
      },
    ]),
  ),
});

beforeEach(() => sessionStorage.clear());

describe('the record of a run', () => {
  it('is read back as it was kept, absent values included', () => {
    keepRunRecord(record());
    expect(readRunRecord(NAMESPACE, [VM_NAME])).toEqual(record());
  });

  it('is kept once for several VMs whatever their order, and is not that of one of them alone', () => {
    keepRunRecord(record(['b', 'a']));
    expect(readRunRecord(NAMESPACE, ['a', 'b'])).toEqual(record(['b', 'a']));
    expect([readRunRecord(NAMESPACE, ['a']), readRunRecord(NAMESPACE, ['b'])]).toEqual([undefined, undefined]);
    keepRunRecord(record(['a']));
    forgetRunRecord(record(['a', 'b']));
    expect(readRunRecord(NAMESPACE, ['b', 'a'])).toBeUndefined();
    expect(readRunRecord(NAMESPACE, ['a'])).toEqual(record(['a']));
  });

  it('is of its namespace and VM alone', () => {
    keepRunRecord(record());
    expect(readRunRecord('other', [VM_NAME])).toBeUndefined();
    expect(readRunRecord(NAMESPACE, ['other'])).toBeUndefined();
  });

  it.each(['', 'not json', 'null', '1', '[]', '{}', '{"runId":"x"}', '{"version":1}', '{"version":1,"value":{}}'])(
    'is none when the storage holds %j',
    (text) => {
      keepRunRecord(record());
      const key = sessionStorage.key(0) ?? '';
      sessionStorage.setItem(key, text);
      expect(readRunRecord(NAMESPACE, [VM_NAME])).toBeUndefined();
    },
  );

  /** What is read once the kept record has been changed, with the version that it says. */
  const readAfter = (change: (kept: { version: number; value: RunRecord }) => object) => {
    keepRunRecord(record());
    const key = sessionStorage.key(0) ?? '';
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '') as { version: number; value: RunRecord };
    sessionStorage.setItem(key, JSON.stringify(change(kept)));
    return readRunRecord(NAMESPACE, [VM_NAME]);
  };

  it('is that of a version of the plugin with the same form alone', () => {
    expect(readAfter((kept) => kept)).toEqual(record());
    expect(readAfter(({ version, value }) => ({ version: version + 1, value }))).toBeUndefined();
    expect(readAfter(({ version, value }) => ({ version: version - 1, value }))).toBeUndefined();
    // before there were versions, the record itself was kept
    expect(readAfter(({ value }) => value)).toBeUndefined();
  });

  it.each<[string, (draft: RunRecord['draft']) => object]>([
    ['without the options', (draft) => without(draft, 'options')],
    ['of a type that is not known', (draft) => ({ ...draft, type: 'Ingress' })],
    ['with an option less', (draft) => ({ ...draft, options: without(draft.options, 'isOwned') })],
    ['with a port that is a number', (draft) => ({ ...draft, ports: [80] })],
    ['of a selection that is not known', (draft) => ({ ...draft, selection: { by: 'name' } })],
    ['of a moment that is not known', (draft) => ({ ...draft, selection: { ...draft.selection, timing: 'soon' } })],
  ])('is none when its draft is one %s', (_what, change) => {
    expect(
      readAfter((kept) => ({ ...kept, value: { ...kept.value, draft: change(kept.value.draft) } })),
    ).toBeUndefined();
  });

  it('is none when what it says of a VM is of another form', () => {
    expect(
      readAfter((kept) => ({ ...kept, value: { ...kept.value, replaced: { [VM_NAME]: { template: {} } } } })),
    ).toBeUndefined();
    expect(readAfter((kept) => ({ ...kept, value: { ...kept.value, joined: 'shop' } }))).toBeUndefined();
  });
});
