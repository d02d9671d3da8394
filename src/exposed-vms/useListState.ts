import { useCallback, useEffect, useState } from 'react';
import { FIRST_STATE, queryOfState, stateOfQuery, type ListState } from '../domain/exposed/urlState';
import { useLocation, useNavigate } from '../host/router';

/** A person types: the URL follows when they pause. */
const QUIET_MILLISECONDS = 250;

interface Kept {
  readonly state: ListState;
  /** the query that says the state */
  readonly query: string;
  /** the query that was written last */
  readonly written: string;
  /** the URL's query when it was looked at last */
  readonly seen: string;
}

const bare = (search: string): string => search.replace(/^\?/, '');

/** What a person has set on the page. The URL keeps it, and sets it when it is opened or changed from elsewhere. */
export function useListState(): readonly [ListState, (change: Partial<ListState>) => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const current = bare(search);
  const [kept, setKept] = useState<Kept>(() => ({
    state: stateOfQuery(current),
    query: current,
    written: current,
    seen: current,
  }));
  if (kept.seen !== current) {
    const isOwn = current === kept.written || current === kept.query;
    setKept(
      isOwn
        ? { ...kept, seen: current }
        : { state: stateOfQuery(current), query: current, written: current, seen: current },
    );
  }
  const { query } = kept;
  useEffect(() => {
    if (query === current) return undefined;
    const timer = setTimeout(() => {
      setKept((before) => ({ ...before, written: query }));
      navigate({ pathname, search: query }, { replace: true });
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [query, current, pathname, navigate]);
  const change = useCallback(
    (wanted: Partial<ListState>) =>
      setKept((before) => {
        // another filter or order begins on its first page
        const state = { ...before.state, page: FIRST_STATE.page, ...wanted };
        return { ...before, state, query: queryOfState(state) };
      }),
    [],
  );
  return [kept.state, change];
}
