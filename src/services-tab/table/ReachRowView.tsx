import { Suspense, type ReactNode } from 'react';
import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { ErrorBoundary } from '../../ui/loading/ErrorBoundary';
import { Loading } from '../../ui/loading/Loading';
import { useText } from '../../ui/useText';
import { RowStatus } from '../../service-parts/list/RowStatus';
import type { OrderedRow } from './reachOrder';

/** Cells stand closer than PatternFly has them: the pane beside the tree of VMs has room for little. */
export const TIGHT = 'pf-v6-u-px-sm';
/** A button brings its own room. */
export const NO_ROOM = 'pf-v6-u-px-0';

/** What is opened takes the width of the table, and never widens it: else it could not shrink with its pane. */
const AS_WIDE_AS_THE_TABLE = { width: 0, minWidth: '100%' };

/** A Service or a VM: one row with its cells in the order of the columns. */
export interface ReachRow extends OrderedRow {
  /** unique in the list */
  readonly name: string;
  /** tells one state of the listed objects from another; undefined where that cannot be told */
  readonly state: string | undefined;
  readonly cells: readonly ReactNode[];
  /** a few words below the status, for example why */
  readonly note?: ReactNode;
  /** true where it is reachable with a limitation that the note names */
  readonly isLimited?: boolean;
}

/** What a row shows beside its cells. */
export interface RowParts {
  /** the content of an open row; it reports the verdict that its further reads result in */
  readonly detailOf: (name: string, onVerdict: (verdict: Verdict) => void) => ReactNode;
  /** the menu of a row */
  readonly actionsOf?: ((name: string) => ReactNode) | undefined;
}

interface ReachRowViewProps extends RowParts {
  readonly row: ReachRow;
  readonly rowIndex: number;
  /** those that are shown, each with the index of its cell */
  readonly columns: readonly { readonly title: string; readonly index: number }[];
  /** true where the cells stand one below the other: the status comes second there */
  readonly isCard: boolean;
  readonly isExpanded: boolean;
  readonly onToggle: () => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** One row of the table, and below it, once it is open, why its status is as it is. */
export const ReachRowView = ({
  row,
  rowIndex,
  columns,
  isCard,
  isExpanded,
  onToggle,
  onVerdict,
  detailOf,
  actionsOf,
}: ReachRowViewProps) => {
  const t = useText();
  const { name, verdict, cells, note, isLimited } = row;
  // a card has no room for labels, and needs none: a name, a status and an address tell themselves
  const cellOf = (title: string) => (isCard ? { style: { gridColumn: 1 } } : { dataLabel: title, className: TIGHT });
  const status = (
    <Td key="status" modifier="wrap" {...cellOf(t('Status'))}>
      <RowStatus verdict={verdict} note={note} isLimited={isLimited} />
    </Td>
  );
  const [first, ...others] = columns.map(({ title, index }, place) => (
    // PatternFly names the opening button after the cell of this id
    <Td key={title} {...cellOf(title)} {...(place === 0 ? { id: `simple-node${rowIndex}` } : {})}>
      {cells[index]}
    </Td>
  ));
  return (
    <Tbody isExpanded={isExpanded}>
      {/* PatternFly's own property for this class, isContentExpanded, is not there before 6.4 */}
      <Tr className={isExpanded ? 'pf-m-expanded' : ''}>
        <Td expand={{ rowIndex, isExpanded, onToggle }} {...(isCard ? {} : { className: TIGHT })} />
        {first}
        {isCard ? [status, ...others] : [...others, status]}
        {actionsOf && (
          <Td isActionCell {...(isCard ? {} : { className: NO_ROOM })}>
            {actionsOf(name)}
          </Td>
        )}
      </Tr>
      <Tr isExpanded={isExpanded}>
        <Td noPadding colSpan={columns.length + (actionsOf ? 3 : 2)}>
          <ExpandableRowContent>
            {isExpanded && (
              <div style={AS_WIDE_AS_THE_TABLE}>
                <ErrorBoundary>
                  <Suspense fallback={<Loading />}>{detailOf(name, onVerdict)}</Suspense>
                </ErrorBoundary>
              </div>
            )}
          </ExpandableRowContent>
        </Td>
      </Tr>
    </Tbody>
  );
};
