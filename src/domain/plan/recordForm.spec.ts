import { RUN_ID, VM_NAME, VM_UID } from '../../../test/objects/builders';
import { aDraft } from '../../../test/objects/draftBuilders';
import { isRunRecord } from './recordForm';
import type { RunRecord } from './run';

const LABEL = { tier: { before: null, after: ['backend'] } };
const RECORD: RunRecord = {
  runId: RUN_ID,
  draft: aDraft(),
  replaced: { [VM_NAME]: { vmUid: VM_UID, template: LABEL, vmi: {}, pod: LABEL } },
  replacedOnService: { serviceUid: 'uid', fields: { ports: { before: [], after: [[]] } } },
  hasRoute: true,
  joined: ['shop'],
};
const isOne = (record: object) => isRunRecord(JSON.parse(JSON.stringify(record)));

describe('a record that was kept', () => {
  it('is one with all its fields, of which some may be missing', () => {
    expect(isOne(RECORD)).toBe(true);
    expect(isOne({ runId: RUN_ID, draft: aDraft(), replaced: {} })).toBe(true);
  });

  it.each([
    { runId: undefined },
    { draft: { ...aDraft(), options: undefined } },
    { replaced: undefined },
    { replaced: { [VM_NAME]: { vmUid: VM_UID, template: {}, vmi: {} } } },
    { replaced: { [VM_NAME]: { vmUid: VM_UID, template: { tier: 'backend' }, vmi: {}, pod: {} } } },
    { replaced: { [VM_NAME]: { vmUid: VM_UID, template: {}, vmi: {}, pod: {}, spec: { subdomain: { after: [] } } } } },
    { replacedOnService: { fields: {} } },
    { hasRoute: 'yes' },
    { joined: 'shop' },
  ])('is none with %j', (changes) => {
    expect(isOne({ ...RECORD, ...changes })).toBe(false);
  });
});
