import { useState, type ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';

/** All cells of a row, that of the button among them. */
const COLUMNS = 6;

interface EachTableRowProps {
  /** what the row opens to, for screen readers: only the icon is seen */
  readonly label: string;
  /** rendered below the row while it is open; undefined where there is nothing to open */
  readonly detail: ReactNode;
  /** the cells after that of the button */
  readonly children: ReactNode;
}

/** One VM in a table of one Service for each VM: a row that opens. */
export const EachTableRow = ({ label, detail, children }: EachTableRowProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Tbody isExpanded={isOpen}>
      <Tr>
        <Td>
          {detail !== undefined && (
            <Button
              variant="plain"
              hasNoPadding
              aria-label={label}
              aria-expanded={isOpen}
              icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
              onClick={() => setOpen(!isOpen)}
            />
          )}
        </Td>
        {children}
      </Tr>
      {isOpen && (
        <Tr isExpanded>
          <Td colSpan={COLUMNS}>
            <ExpandableRowContent>{detail}</ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
};
