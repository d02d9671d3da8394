import type { ReactNode } from 'react';
import { renderHook } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom-v5-compat';
import { NAMESPACE, RUN_ID, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { recordFor } from '../../../test/objects/planFor';
import { aService } from '../../../test/objects/serviceBuilders';
import { keepRunRecord } from '../../cluster/run/runRecord';
import { useKeptRun, useShownRun } from './useKeptRun';

const PATHNAME = `/expose-vm/ns/${NAMESPACE}/${VM_NAME}`;
const PRESETS = '?name=other&port=443';
const SHOWN = { runId: RUN_ID };

const BEFORE = seenOf([aRunningVm()]);
const RECORD = recordFor(aDraft({ selection: byLabel('next-restart') }), BEFORE, RUN_ID);
const FINISHED = seenOf(
  [aRunningVm({ vm: { templateLabels: { tier: 'backend' } } })],
  [aService({ run: RUN_ID, selector: { tier: 'backend' } })],
);

const at = (entry: { search?: string; state?: unknown }) => ({
  wrapper: ({ children }: { readonly children: ReactNode }) => (
    <MemoryRouter initialEntries={[{ pathname: PATHNAME, ...entry }]}>{children}</MemoryRouter>
  ),
});
const kept = (seen: typeof BEFORE, entry: { search?: string; state?: unknown } = {}, vmNames = [VM_NAME]) => {
  const { record, earlier } = renderHook(() => useKeptRun(seen, vmNames), at(entry)).result.current;
  return { shown: record?.runId, earlier: earlier && [earlier.record.runId, earlier.isFinished] };
};

describe('the run that is kept in the browser tab', () => {
  beforeEach(() => {
    keepRunRecord(RECORD);
  });

  it.each([
    ['finished', FINISHED],
    ['not finished', BEFORE],
  ])('is shown after a reload of the page that showed it, also with presets: %s', (_state, seen) => {
    const expected = { shown: RUN_ID, earlier: undefined };
    expect(kept(seen, { state: SHOWN })).toEqual(expected);
    expect(kept(seen, { state: SHOWN, search: PRESETS })).toEqual(expected);
  });

  it('is shown in a new page where it is not finished, and the link has no presets', () => {
    expect(kept(BEFORE)).toEqual({ shown: RUN_ID, earlier: undefined });
    // a VM in the query is no preset
    expect(kept(BEFORE, { search: `?vm=${VM_NAME}` })).toEqual({ shown: RUN_ID, earlier: undefined });
  });

  it('stands back behind the presets of a link where it is not finished', () => {
    expect(kept(BEFORE, { search: PRESETS })).toEqual({ shown: undefined, earlier: [RUN_ID, false] });
  });

  it.each(['', PRESETS])('stands back behind a new draft where it is finished: "%s"', (search) => {
    expect(kept(FINISHED, { search })).toEqual({ shown: undefined, earlier: [RUN_ID, true] });
  });

  it.each([{ runId: 'another' }, { other: 1 }, 'text', null])(
    'is not shown by the mark of another page: %j',
    (state) => {
      expect(kept(FINISHED, { state })).toEqual({ shown: undefined, earlier: [RUN_ID, true] });
    },
  );

  it('is none of other VMs', () => {
    expect(kept(BEFORE, { state: SHOWN }, [VM_NAME, 'db'])).toEqual({ shown: undefined, earlier: undefined });
  });
});

describe('the mark of the run that a page shows', () => {
  const marked = (entry: { search?: string; state?: unknown }, runId: string | undefined) =>
    renderHook(() => {
      useShownRun(runId);
      return useLocation();
    }, at(entry)).result.current;

  it('is put on the entry of the history, whose path and query stay', () => {
    expect(marked({ search: PRESETS }, RUN_ID)).toMatchObject({ pathname: PATHNAME, search: PRESETS, state: SHOWN });
    expect(marked({ state: { runId: 'another' } }, RUN_ID)).toMatchObject({ state: SHOWN });
  });

  it('leaves the entry alone where no run is shown, and where it is there already', () => {
    expect(marked({}, undefined)).toMatchObject({ pathname: PATHNAME, state: null });
    const { key } = marked({ state: SHOWN }, RUN_ID);
    expect(key).toBe('default');
  });
});
