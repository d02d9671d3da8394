import { memo, Suspense } from 'react';
import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { ExposedLists } from '../../domain/exposed/exposedVms';
import type { ListedService } from '../../domain/exposed/listedRow';
import { ErrorBoundary } from '../../ui/loading/ErrorBoundary';
import { lazyPart } from '../../ui/loading/lazyPart';
import { Loading } from '../../ui/loading/Loading';
import { columnText } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';
import type { ReadProject } from '../reads/ProjectLists';
import { TIGHT } from './columnWidths';
import { RowActions } from './RowActions';
import type { RowContext } from './rowContext';
import { SelectCell } from './SelectCell';
import { ServiceCell } from './ServiceCell';

// needed only for an open row
const RowDetail = lazyPart(() => import('./RowDetail'));

interface ServiceRowProps extends RowContext {
  readonly row: ListedService;
  readonly rowIndex: number;
  readonly isCard: boolean;
  readonly isSelected: boolean;
  readonly isExpanded: boolean;
  /** of its project or of all */
  readonly endpointSlices: ExposedLists['endpointSlices'];
  readonly networkPolicies: ExposedLists['networkPolicies'];
  /** what was read, where the row is open: other rows have nothing new when something else of it changes */
  readonly project: ReadProject | undefined;
}

/**
 * A Service that reaches a VM or nearly does, and below it, once it is open, why its status is as it is. While a person
 * types into the search, most rows stay as they are: only those with something new are rendered again.
 */
export const ServiceRow = memo((props: ServiceRowProps) => {
  const { row, rowIndex, isCard, isSelected, isExpanded, endpointSlices, networkPolicies, project, ...context } = props;
  const t = useText();
  const { columns, rights, onSelect, onToggle, onVerdict, onTask } = context;
  const { key, serviceName, namespace } = row;
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
            <ServiceCell row={row} column={column} {...{ endpointSlices, networkPolicies }} />
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
});
ServiceRow.displayName = 'ServiceRow';
