import { useRef, useState, type ReactNode } from 'react';
import { Button, Content, EmptyState, EmptyStateActions, EmptyStateFooter } from '@patternfly/react-core';
import { Table, Th, Thead, Tr, type ThProps } from '@patternfly/react-table';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { useWidth } from '../../host/useWidth';
import { FIRST_PAGE, type ListPage } from '../../ui/list/Pages';
import { useText } from '../../ui/useText';
import { verdictText } from '../../ui/text/verdictText';
import { NO_ROOM, ReachRowView, TIGHT, type ReachRow, type RowParts } from './ReachRowView';
import { countsOf, DEFAULT_ORDER, found, inOrder, NO_FILTER, type Filter, type Order } from './reachOrder';
import { ReachToolbar } from './ReachToolbar';
import { shapeIn } from './tableShape';
import { useToldVerdicts } from '../../service-parts/list/useToldVerdicts';
import { VerdictNews } from '../../service-parts/list/VerdictNews';

/** Rows that do not reach start open, unless there are more than this: each open row costs requests. */
const MAX_INITIALLY_OPEN = 3;
/** Room for an icon button, and for a status with a few words below it. */
const BUTTON_WIDTH = '2.5rem';
const STATUS_WIDTH = '8.25rem';

export interface ReachColumn {
  readonly title: string;
  /** as CSS has it; absent for the column that takes what the others leave */
  readonly width?: string;
  /** true for a column that is shown only where there is room to spare */
  readonly isExtra?: true;
}

interface ReachTableProps extends RowParts {
  /** what is listed, for example `Services` */
  readonly items: string;
  /** name the filters by status and the pages, for screen readers */
  readonly filterLabel: string;
  readonly pagesLabel: string;
  /** all but the status, which comes last */
  readonly columns: readonly ReachColumn[];
  readonly rows: readonly ReachRow[];
  /** the page's main action, beside the filters */
  readonly action?: ReactNode;
}

const initiallyOpen = (rows: readonly ReachRow[]): ReadonlySet<string> => {
  const unreached = rows.filter(({ verdict }) => verdict !== 'reachable');
  return new Set(unreached.length > MAX_INITIALLY_OPEN ? [] : unreached.map(({ name }) => name));
};

/**
 * A table of Services or VMs with their status, the worst first: expandable rows, sortable columns, statuses as
 * filters, search and pages once it is long. It is laid out for the room that it has, from 320 pixels of pane on.
 */
export const ReachTable = ({ items, filterLabel, pagesLabel, columns, rows, action, ...parts }: ReachTableProps) => {
  const t = useText();
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const [opened, setOpened] = useState(() => initiallyOpen(rows));
  const { judged, tell } = useToldVerdicts(rows, opened);
  const [order, setOrder] = useState<Order>(DEFAULT_ORDER);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [{ page, perPage }, setPage] = useState<ListPage>(FIRST_PAGE);
  const toggle = (name: string) => {
    setOpened(
      (before) => new Set(before.has(name) ? [...before].filter((other) => other !== name) : [...before, name]),
    );
  };
  const want = (wanted: Filter) => {
    setFilter(wanted);
    setPage({ page: 1, perPage });
  };

  const shape = shapeIn(width);
  const listed = found(inOrder(judged, order), filter, (verdict: Verdict) => verdictText(t, verdict));
  // the current page might no longer exist
  const shownPage = Math.min(page, Math.max(1, Math.ceil(listed.length / perPage)));
  const shown = listed.slice((shownPage - 1) * perPage, shownPage * perPage);
  const shownColumns = columns.flatMap((column, index) =>
    column.isExtra && shape !== 'wide' ? [] : [{ ...column, index }],
  );
  const places: readonly Order['by'][] = [...shownColumns.map(({ index }) => index), 'verdict'];
  const sortOf = (by: Order['by']): ThProps['sort'] => ({
    columnIndex: places.indexOf(by),
    sortBy: { index: places.indexOf(order.by), direction: order.direction },
    onSort: (_event, _index, direction) => setOrder({ by, direction }),
  });
  return (
    <div ref={pane}>
      <ReachToolbar
        filterLabel={filterLabel}
        pagesLabel={pagesLabel}
        total={rows.length}
        count={listed.length}
        counts={countsOf(judged)}
        page={shownPage}
        perPage={perPage}
        filter={filter}
        onFilter={want}
        onPage={setPage}
        action={action}
        isTight={shape === 'cards'}
      />
      <VerdictNews verdicts={new Map(judged.map(({ name, verdict }) => [name, verdict]))} />
      {listed.length === 0 ? (
        <EmptyState headingLevel="h3" titleText={t('No results found')}>
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button variant="link" onClick={() => want(NO_FILTER)}>
                {t('Clear all filters')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      ) : (
        <Table
          variant="compact"
          aria-label={items}
          isExpandable
          gridBreakPoint={shape === 'cards' ? 'grid' : ''}
          // widths that hold whatever the cells hold: long texts are cut or wrap, the table never grows beyond its room
          className="pf-m-fixed"
        >
          <Thead>
            <Tr>
              <Th screenReaderText={t('Show details')} className={TIGHT} style={{ width: BUTTON_WIDTH }} />
              {shownColumns.map((column) => (
                <Th
                  key={column.title}
                  sort={sortOf(column.index)}
                  modifier="nowrap"
                  className={TIGHT}
                  {...(column.width === undefined ? {} : { style: { width: column.width } })}
                >
                  {column.title}
                </Th>
              ))}
              <Th sort={sortOf('verdict')} modifier="nowrap" className={TIGHT} style={{ width: STATUS_WIDTH }}>
                {t('Status')}
              </Th>
              {parts.actionsOf && (
                <Th screenReaderText={t('Actions')} className={NO_ROOM} style={{ width: BUTTON_WIDTH }} />
              )}
            </Tr>
          </Thead>
          {shown.map((row, rowIndex) => (
            <ReachRowView
              {...parts}
              key={row.name}
              row={row}
              rowIndex={rowIndex}
              columns={shownColumns}
              isCard={shape === 'cards'}
              isExpanded={opened.has(row.name)}
              onToggle={() => toggle(row.name)}
              onVerdict={(verdict) => tell(row.name, verdict)}
            />
          ))}
        </Table>
      )}
      <Content component="small" className="pf-v6-u-mt-md">
        {t('Based on configuration. Client-side policies and firewalls are not visible here.')}
      </Content>
    </div>
  );
};
