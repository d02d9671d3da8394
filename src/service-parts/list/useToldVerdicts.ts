import { useCallback, useMemo, useState } from 'react';
import type { Verdict } from '../../domain/diagnosis/diagnose';

/** A row as far as its verdict is concerned. */
interface JudgedRow {
  /** unique in the list */
  readonly name: string;
  readonly verdict: Verdict;
  /** tells one state of the listed objects from another; undefined where that cannot be told */
  readonly state: string | undefined;
}

/** What an opened row has found, and of what the list had. */
interface Told {
  readonly verdict: Verdict;
  readonly of: string | undefined;
}

/** What a verdict is about; what an opened row has found holds until this changes. */
const basisOf = ({ state, verdict }: JudgedRow): string | undefined => state && `${verdict} ${state}`;

interface ToldVerdicts<Row> {
  /** the rows with the verdicts that hold now */
  readonly judged: readonly Row[];
  /** takes the verdict that an opened row's further reads result in; the same function for the same rows */
  readonly tell: (name: string, verdict: Verdict) => void;
}

/**
 * The verdicts of a list with what its opened rows have found. That holds after a row was closed, too, for as long as
 * what it was found of stays as it is.
 * @param opened the names of the rows that are open
 */
export function useToldVerdicts<Row extends JudgedRow>(
  rows: readonly Row[],
  opened: ReadonlySet<string>,
): ToldVerdicts<Row> {
  const [known, setKnown] = useState<ReadonlyMap<string, Told>>(new Map());
  const bases = useMemo(() => new Map(rows.map((row) => [row.name, basisOf(row)])), [rows]);
  const tell = useCallback(
    (name: string, verdict: Verdict) => {
      const of = bases.get(name);
      setKnown((before) => {
        const told = before.get(name);
        return told?.verdict === verdict && told.of === of ? before : new Map(before).set(name, { verdict, of });
      });
    },
    [bases],
  );
  return {
    judged: rows.map((row) => {
      const told = known.get(row.name);
      const holds = told?.of === basisOf(row) && (opened.has(row.name) || told?.of !== undefined);
      return { ...row, verdict: (holds ? told?.verdict : undefined) ?? row.verdict };
    }),
    tell,
  };
}
