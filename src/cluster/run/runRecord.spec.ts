import { NAMESPACE, RUN_ID, VM_NAME } from '../../../test/builders';
import { aDraft, byLabel } from '../../../test/draftBuilders';
import type { RunRecord } from '../../domain/plan/run';
import { forgetRunRecord, keepRunRecord, readRunRecord } from './runRecord';

const record = (vmNames = [VM_NAME]): RunRecord => ({
  runId: RUN_ID,
  draft: aDraft({ vmNames, selection: byLabel('restart') }),
  replaced: Object.fromEntries(
    vmNames.map((name) => [
      name,
      {
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

  it.each(['', 'not json', 'null', '1', '[]', '{}', '{"runId":"x"}', '{"runId":"x","draft":{}}'])(
    'is none when the storage holds %j',
    (text) => {
      keepRunRecord(record());
      const key = sessionStorage.key(0) ?? '';
      sessionStorage.setItem(key, text);
      expect(readRunRecord(NAMESPACE, [VM_NAME])).toBeUndefined();
    },
  );
});
