import { useMemo, useState } from 'react';
import { useStable } from '../cluster/ask/useStable';
import { stateOf } from '../domain/exposure/objectState';
import { filtered, statusCounts } from '../domain/exposed/filters';
import { routesByService, rowLister, type ListedRow } from '../domain/exposed/listedRow';
import { inFormerPlaces, sortedRows } from '../domain/exposed/rowOrder';
import type { ListState } from '../domain/exposed/urlState';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { useToldVerdicts } from '../service-parts/list/useToldVerdicts';
import type { ReadProject } from './reads/ProjectLists';

const NO_ROUTES = routesByService([]);

/** All rows of what was read, without a filter. */
function useAllRows(
  read: readonly ReadProject[],
  clusterDomain: string,
  showsNotExposed: boolean,
): readonly ListedRow[] {
  const [{ ofService, ofVm }] = useState(rowLister);
  return useMemo(
    () =>
      read.flatMap(({ list, lists }): ListedRow[] => {
        const routes = lists?.routes ? routesByService(lists.routes) : NO_ROUTES;
        const services = (list?.rows ?? []).map((row) => ofService(row, routes, clusterDomain));
        return showsNotExposed ? [...services, ...(list?.notExposed ?? []).map(ofVm)] : services;
      }),
    [read, clusterDomain, showsNotExposed, ofService, ofVm],
  );
}

/**
 * The rows with what opened rows have found by their further reads. Only a Service of one VM is judged so: an opened
 * row of several VMs reads more of some of them.
 */
function useJudgedRows(
  all: readonly ListedRow[],
  opened: ReadonlySet<string>,
): { readonly rows: readonly ListedRow[]; readonly tell: (key: string, verdict: Verdict) => void } {
  const [everOpened, setEverOpened] = useState(opened);
  if ([...opened].some((key) => !everOpened.has(key))) setEverOpened(new Set([...everOpened, ...opened]));
  const known = useMemo(
    () =>
      all.flatMap((row) => {
        if (row.kind !== 'service' || row.row.vms.length !== 1 || !everOpened.has(row.key)) return [];
        const { service, verdict, vms } = row.row;
        const state = stateOf([service, ...vms.flatMap(({ seen }) => [seen.vm, seen.vmi, ...seen.pods])]);
        return [{ name: row.key, verdict, state }];
      }),
    [all, everOpened],
  );
  const { judged, tell } = useToldVerdicts(known, opened);
  const verdicts = useStable(judged.map(({ name, verdict }) => ({ name, verdict })));
  const rows = useMemo(() => {
    if (verdicts.length === 0) return all;
    const told = new Map(verdicts.map(({ name, verdict }) => [name, verdict]));
    return all.map((row) => {
      const verdict = told.get(row.key);
      return row.kind === 'service' && verdict && verdict !== row.row.verdict
        ? { ...row, row: { ...row.row, verdict } }
        : row;
    });
  }, [all, verdicts]);
  return { rows, tell };
}

/** Whose place is kept, and in which order a person asked for them. */
interface Places {
  readonly basis: string;
  readonly keys: readonly string[];
}

const NONE: readonly string[] = [];
const isSameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

export interface ListedRows {
  /** without a filter */
  readonly all: readonly ListedRow[];
  /** by status, with every other part of the filter applied */
  readonly counts: ReturnType<typeof statusCounts>;
  /** those that the filter takes, in their order */
  readonly listed: readonly ListedRow[];
  /** takes the verdict that an opened row's further reads result in */
  readonly tell: (key: string, verdict: Verdict) => void;
}

/**
 * The rows that a person sees. A row keeps its place until the person sorts or filters, whatever changes on the
 * cluster; new ones are appended at the end.
 * @param opened the keys of the rows that are open
 */
export function useListedRows(
  read: readonly ReadProject[],
  clusterDomain: string,
  { filter, order, showsNotExposed }: ListState,
  opened: ReadonlySet<string>,
): ListedRows {
  const all = useAllRows(read, clusterDomain, showsNotExposed);
  const { rows, tell } = useJudgedRows(all, opened);
  const sorted = useMemo(() => sortedRows(rows, order), [rows, order]);
  const found = useMemo(() => filtered(sorted, filter), [sorted, filter]);
  const counts = useMemo(() => statusCounts(rows, filter), [rows, filter]);
  const basis = JSON.stringify([filter, order, showsNotExposed]);
  const [places, setPlaces] = useState<Places>({ basis, keys: NONE });
  const former = places.basis === basis ? places.keys : NONE;
  const listed = useMemo(() => inFormerPlaces(former, found), [former, found]);
  const keys = useMemo(() => listed.map(({ key }) => key), [listed]);
  if (places.basis !== basis || !isSameOrder(places.keys, keys)) setPlaces({ basis, keys });
  return { all, counts, listed, tell };
}
