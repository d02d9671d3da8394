import { Suspense, useState, type ReactNode } from 'react';
import { Button, EmptyState, EmptyStateActions, EmptyStateFooter } from '@patternfly/react-core';
import {
  ExpandableRowContent,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  type TdProps,
  type ThProps,
} from '@patternfly/react-table';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { ErrorBoundary } from '../ui/loading/ErrorBoundary';
import { Loading } from '../ui/loading/Loading';
import { VerdictLabel } from '../ui/VerdictLabel';
import { useText } from '../ui/useText';
import { verdictText } from '../ui/text/verdictText';
import { found, inOrder, type Order, type OrderedRow } from './reachOrder';
import { FIRST_PAGE, ReachToolbar, type ReachPage } from './ReachToolbar';
import { VerdictNews } from './VerdictNews';

/** Rows that do not reach start open, unless there are more than this: each open row costs requests. */
const MAX_INITIALLY_OPEN = 3;

export interface ReachColumn extends Pick<TdProps, 'modifier'>, Pick<ThProps, 'width'> {
  readonly title: string;
}

/** A Service or a VM: one row with its cells in the order of the columns. */
export interface ReachRow extends OrderedRow {
  /** unique in the list */
  readonly name: string;
  /** tells one state of the listed objects from another; undefined where that cannot be told */
  readonly state: string | undefined;
  readonly cells: readonly ReactNode[];
}

/** What an opened row has found, and of what the list had. */
interface Told {
  readonly verdict: Verdict;
  readonly of: string | undefined;
}
/** What a verdict is about; what an opened row has found holds until this changes. */
const basisOf = ({ state, verdict }: ReachRow): string | undefined => state && `${verdict} ${state}`;

interface ReachTableProps {
  /** what is listed, for example `Services` */
  readonly items: string;
  /** all but the verdict, which comes last */
  readonly columns: readonly ReachColumn[];
  readonly rows: readonly ReachRow[];
  /** the content of an open row; it reports the verdict that its further reads result in */
  readonly detailOf: (name: string, onVerdict: (verdict: Verdict) => void) => ReactNode;
  /** the menu of a row */
  readonly actionsOf?: ((name: string) => ReactNode) | undefined;
}

const initiallyOpen = (rows: readonly ReachRow[]): ReadonlySet<string> => {
  const unreached = rows.filter(({ verdict }) => verdict !== 'reachable');
  return new Set(unreached.length > MAX_INITIALLY_OPEN ? [] : unreached.map(({ name }) => name));
};

/**
 * A table of Services or VMs with verdicts: expandable rows, sortable columns, search and pagination once it is long.
 */
export const ReachTable = ({ items, columns, rows, detailOf, actionsOf }: ReachTableProps) => {
  const t = useText();
  const [opened, setOpened] = useState(() => initiallyOpen(rows));
  const [known, setKnown] = useState<ReadonlyMap<string, Told>>(new Map());
  const [order, setOrder] = useState<Order>();
  const [wanted, setWanted] = useState('');
  const [{ page, perPage }, setPage] = useState<ReachPage>(FIRST_PAGE);
  const bases = new Map(rows.map((row) => [row.name, basisOf(row)]));
  const tell = (name: string, verdict: Verdict) => {
    const of = bases.get(name);
    setKnown((before) => {
      const told = before.get(name);
      return told?.verdict === verdict && told.of === of ? before : new Map(before).set(name, { verdict, of });
    });
  };
  const toggle = (name: string) => {
    setOpened(
      (before) => new Set(before.has(name) ? [...before].filter((other) => other !== name) : [...before, name]),
    );
  };
  const want = (typed: string) => {
    setWanted(typed);
    setPage({ page: 1, perPage });
  };

  const judged = rows.map((row) => {
    const told = known.get(row.name);
    // what a row has found holds after it was closed, too, for as long as what it was found of stays as it is
    const holds = told?.of === basisOf(row) && (opened.has(row.name) || told?.of !== undefined);
    return { ...row, verdict: (holds ? told?.verdict : undefined) ?? row.verdict };
  });
  const listed = found(inOrder(judged, order), wanted, (verdict) => verdictText(t, verdict));
  // the current page might no longer exist
  const shownPage = Math.min(page, Math.max(1, Math.ceil(listed.length / perPage)));
  const shown = listed.slice((shownPage - 1) * perPage, shownPage * perPage);
  const titles = [...columns.map(({ title }) => title), t('Status')];
  const indexOf = (by: Order['by']) => (by === 'verdict' ? columns.length : by) + 1;
  const sortOf = (by: Order['by']): ThProps['sort'] => ({
    columnIndex: indexOf(by),
    sortBy: order ? { index: indexOf(order.by), direction: order.direction } : {},
    onSort: (_event, _index, direction) => setOrder({ by, direction }),
  });
  return (
    <>
      <ReachToolbar
        items={items}
        total={rows.length}
        count={listed.length}
        page={shownPage}
        perPage={perPage}
        wanted={wanted}
        onWant={want}
        onPage={setPage}
      />
      <VerdictNews verdicts={new Map(judged.map(({ name, verdict }) => [name, verdict]))} />
      {listed.length === 0 ? (
        <EmptyState headingLevel="h3" titleText={t('No results found')}>
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button variant="link" onClick={() => want('')}>
                {t('Clear the search')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      ) : (
        <Table variant="compact" aria-label={items} isExpandable>
          <Thead>
            <Tr>
              <Th screenReaderText={t('Show why')} />
              {columns.map(({ title, width }, index) => (
                <Th key={title} sort={sortOf(index)} modifier="nowrap" {...(width ? { width } : {})}>
                  {title}
                </Th>
              ))}
              <Th sort={sortOf('verdict')} modifier="nowrap">
                {t('Status')}
              </Th>
              {actionsOf && <Th screenReaderText={t('Actions')} />}
            </Tr>
          </Thead>
          {shown.map(({ name, verdict, cells }, rowIndex) => {
            const isExpanded = opened.has(name);
            return (
              <Tbody key={name} isExpanded={isExpanded}>
                {/* PatternFly's own property for this class, isContentExpanded, is not there before 6.4 */}
                <Tr className={isExpanded ? 'pf-m-expanded' : ''}>
                  <Td expand={{ rowIndex, isExpanded, onToggle: () => toggle(name) }} />
                  {cells.map((cell, index) => (
                    // PatternFly names the opening button after the cell of this id
                    <Td
                      key={titles[index]}
                      dataLabel={titles[index] ?? ''}
                      {...(index === 0 ? { id: `simple-node${rowIndex}` } : {})}
                      {...modifierOf(columns[index])}
                    >
                      {cell}
                    </Td>
                  ))}
                  <Td dataLabel={t('Status')} modifier="fitContent">
                    <VerdictLabel verdict={verdict} />
                  </Td>
                  {actionsOf && <Td isActionCell>{actionsOf(name)}</Td>}
                </Tr>
                <Tr isExpanded={isExpanded}>
                  <Td />
                  <Td colSpan={titles.length + (actionsOf ? 1 : 0)}>
                    <ExpandableRowContent>
                      {isExpanded && (
                        <ErrorBoundary>
                          <Suspense fallback={<Loading />}>{detailOf(name, (found) => tell(name, found))}</Suspense>
                        </ErrorBoundary>
                      )}
                    </ExpandableRowContent>
                  </Td>
                </Tr>
              </Tbody>
            );
          })}
        </Table>
      )}
    </>
  );
};

const modifierOf = (column: ReachColumn | undefined): Pick<TdProps, 'modifier'> =>
  column?.modifier ? { modifier: column.modifier } : {};
