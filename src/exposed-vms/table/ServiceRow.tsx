import { Suspense } from 'react';
import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import type { TestedService } from '../../domain/cluster-test/projectTests';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { ListedService } from '../../domain/exposed/listedRow';
import type { Column } from '../../domain/exposed/rowOrder';
import type { Rights } from '../../domain/k8s/rights';
import type { StepsTask } from '../../service-parts/steps/stepsTask';
import { ErrorBoundary } from '../../ui/loading/ErrorBoundary';
import { lazyPart } from '../../ui/loading/lazyPart';
import { Loading } from '../../ui/loading/Loading';
import { columnText } from '../../ui/text/exposedVmsText';
import { useText } from '../../ui/useText';
import type { ReadProject } from '../reads/ProjectLists';
import { TIGHT } from './columnWidths';
import { RowActions } from './RowActions';
import { SelectCell } from './SelectCell';
import { ServiceCell } from './ServiceCell';

// needed only for an open row
const RowDetail = lazyPart(() => import('./RowDetail'));

/** What every row of the list takes from the page. */
export interface ServiceRowContext {
  readonly columns: readonly Column[];
  readonly projectOf: (namespace: string) => ReadProject | undefined;
  /** by project, as far as they are known */
  readonly rights: ReadonlyMap<string, Rights>;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
  readonly onToggle: (key: string) => void;
  /** called when the menu of a row of that project opens */
  readonly onMenu: (namespace: string) => void;
  readonly onVerdict: (key: string, verdict: Verdict) => void;
  readonly onTask: (task: StepsTask) => void;
  readonly onTest: (services: readonly TestedService[]) => void;
}

interface ServiceRowProps extends ServiceRowContext {
  readonly row: ListedService;
  readonly rowIndex: number;
  readonly isCard: boolean;
  readonly isSelected: boolean;
  readonly isExpanded: boolean;
}

/** A Service that reaches a VM or nearly does, and below it, once it is open, why its status is as it is. */
export const ServiceRow = ({ row, rowIndex, isCard, isSelected, isExpanded, ...context }: ServiceRowProps) => {
  const t = useText();
  const { columns, projectOf, rights, onSelect, onToggle, onVerdict, onTask } = context;
  const { key, serviceName, namespace } = row;
  const project = projectOf(namespace);
  return (
    <Tbody isExpanded={isExpanded}>
      {/* PatternFly's own property for this class, isContentExpanded, is not there before 6.4 */}
      <Tr className={isExpanded ? 'pf-m-expanded' : ''}>
        <Td
          expand={{ rowIndex, isExpanded, onToggle: () => onToggle(key) }}
          {...(isCard ? {} : { className: TIGHT })}
        />
        <SelectCell
          name={serviceName}
          isSelected={isSelected}
          isCard={isCard}
          onSelect={(isOn) => onSelect([key], isOn)}
        />
        {columns.map((column) => (
          <Td
            key={column}
            modifier={column === 'status' ? 'wrap' : 'breakWord'}
            // PatternFly names the opening button after the cell of this id
            {...(column === 'service' ? { id: `simple-node${rowIndex}` } : {})}
            {...(isCard ? { style: { gridColumn: 1 } } : { dataLabel: columnText(t, column), className: TIGHT })}
          >
            <ServiceCell row={row} column={column} lists={project?.lists} />
          </Td>
        ))}
        <Td isActionCell {...(isCard ? {} : { className: 'pf-v6-u-px-0' })}>
          <RowActions {...context} row={row} isExpanded={isExpanded} />
        </Td>
      </Tr>
      {isExpanded && (
        <Tr isExpanded>
          <Td noPadding colSpan={columns.length + 3}>
            <ExpandableRowContent>
              <ErrorBoundary>
                <Suspense fallback={<Loading />}>
                  {project?.lists && (
                    <RowDetail
                      row={row.row}
                      lists={project.lists}
                      isOfAll={project.namespace === undefined}
                      rights={rights.get(namespace)}
                      onVerdict={(verdict: Verdict) => onVerdict(key, verdict)}
                      onTask={onTask}
                    />
                  )}
                </Suspense>
              </ErrorBoundary>
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
};
