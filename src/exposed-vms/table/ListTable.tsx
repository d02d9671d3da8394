import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import type { ListedRow } from '../../domain/exposed/listedRow';
import type { RowOrder } from '../../domain/exposed/rowOrder';
import { columnText } from '../../ui/text/exposed/exposedVmsText';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useText } from '../../ui/useText';
import type { ReadProject } from '../reads/ProjectLists';
import type { RowContext } from './rowContext';
import { ServiceRow } from './ServiceRow';
import { BUTTON_WIDTH, TIGHT, WIDTHS } from './columnWidths';

// needed only where VMs that are not exposed are shown
const VmRow = lazyPart(() => import('./VmRow'), null);

/** Below it the columns of a row have no room side by side. */
const COLUMNS_FROM = 680;
/** Columns beyond these make the table wider than the pane, which then scrolls. */
const FITTING_COLUMNS = 6;

interface ListTableProps extends RowContext {
  readonly projectOf: (namespace: string) => ReadProject | undefined;
  /** those of this page */
  readonly rows: readonly ListedRow[];
  /** in pixels; 0 where it was not measured */
  readonly width: number;
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
  readonly selected: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
}

/**
 * The table of exposed VMs. PatternFly's react-table, not its react-data-view: consoles share that from OpenShift 4.22
 * on only, and on the others each browser would fetch it from this plugin.
 */
export const ListTable = (props: ListTableProps) => {
  const { rows, width, order, onOrder, selected, opened, projectOf, ...context } = props;
  const t = useText();
  const { columns } = context;
  const isCard = width > 0 && width < COLUMNS_FROM;
  const isWide = columns.length > FITTING_COLUMNS && !isCard;
  return (
    <div style={isWide ? { overflowX: 'auto' } : {}}>
      <Table
        variant="compact"
        aria-label={t('Exposed VMs')}
        isExpandable
        gridBreakPoint={isCard ? 'grid' : ''}
        // widths that hold whatever the cells hold: long names are cut or wrap
        className="pf-m-fixed"
        style={isWide ? { minWidth: `${columns.length * 10}rem` } : {}}
      >
        <Thead>
          <Tr>
            <Th screenReaderText={t('Show details')} className={TIGHT} style={{ width: BUTTON_WIDTH }} />
            <Th screenReaderText={t('Selection')} className={TIGHT} style={{ width: BUTTON_WIDTH }} />
            {columns.map((column, columnIndex) => (
              <Th
                key={column}
                modifier="nowrap"
                className={TIGHT}
                {...(WIDTHS[column] === undefined ? {} : { style: { width: WIDTHS[column] } })}
                sort={{
                  columnIndex,
                  sortBy: {
                    index: columns.indexOf(order.by),
                    direction: order.direction,
                    defaultDirection: 'asc',
                  },
                  onSort: (_event, _index, direction) => onOrder({ by: column, direction }),
                }}
              >
                {columnText(t, column)}
              </Th>
            ))}
            <Th screenReaderText={t('Actions')} className="pf-v6-u-px-0" style={{ width: BUTTON_WIDTH }} />
          </Tr>
        </Thead>
        {rows.map((row, rowIndex) => {
          const shared = { rowIndex, isCard, isSelected: selected.has(row.key) };
          if (row.kind === 'vm')
            return <VmRow key={row.key} {...shared} row={row} columns={columns} onSelect={context.onSelect} />;
          const isExpanded = opened.has(row.key);
          const project = projectOf(row.namespace);
          return (
            <ServiceRow
              key={row.key}
              {...context}
              {...shared}
              row={row}
              isExpanded={isExpanded}
              endpointSlices={project?.lists?.endpointSlices}
              networkPolicies={project?.lists?.networkPolicies}
              project={isExpanded ? project : undefined}
            />
          );
        })}
      </Table>
    </div>
  );
};
