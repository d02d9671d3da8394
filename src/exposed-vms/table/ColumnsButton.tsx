import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { ColumnsIcon } from '@patternfly/react-icons';
import { OPTIONAL_COLUMNS } from '../../domain/exposed/chosenColumns';
import type { Column } from '../../domain/exposed/rowOrder';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useText } from '../../ui/useText';

// needed only when it is opened
const ColumnsDialog = lazyPart(() => import('./ColumnsDialog'), null);

interface ColumnsButtonProps {
  /** the columns that are shown */
  readonly shown: readonly Column[];
  /** called with the optional columns that are wanted */
  readonly onColumns: (columns: readonly Column[]) => void;
}

/** Opens the choice of columns. */
export const ColumnsButton = ({ shown, onColumns }: ColumnsButtonProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="plain" icon={<ColumnsIcon />} aria-label={t('Manage columns')} onClick={() => setOpen(true)} />
      {isOpen && (
        <ColumnsDialog
          chosen={OPTIONAL_COLUMNS.filter((column) => shown.includes(column))}
          onSave={(columns) => {
            onColumns(columns);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
