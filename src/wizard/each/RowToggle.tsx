import { Button } from '@patternfly/react-core';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';

interface RowToggleProps {
  /** what is shown, for screen readers: the icon alone is seen */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens and closes the detail of one row of a table. */
export const RowToggle = ({ label, isOpen, onToggle }: RowToggleProps) => (
  <Button
    variant="plain"
    hasNoPadding
    aria-label={label}
    aria-expanded={isOpen}
    icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
    onClick={onToggle}
  />
);
