import type { ExposedFilter } from '../../domain/exposed/filters';

/** What shows a filter and changes it. */
export interface FilterProps {
  readonly filter: ExposedFilter;
  readonly onFilter: (filter: ExposedFilter) => void;
}
