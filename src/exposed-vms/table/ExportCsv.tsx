import { Button } from '@patternfly/react-core';
import { csvOf } from '../../domain/exposed/csv';
import type { ListedRow } from '../../domain/exposed/listedRow';
import type { Column } from '../../domain/exposed/rowOrder';
import { columnText } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';
import { cellText } from './rowTexts';

interface ExportCsvProps {
  /** those that the filter takes, on all pages */
  readonly rows: readonly ListedRow[];
  readonly columns: readonly Column[];
}

/** Hands a file to the browser, as a link that is followed at the click: it is made only then, for it can be long. */
function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads what the list shows, on all of its pages, as CSV. */
export const ExportCsv = ({ rows, columns }: ExportCsvProps) => {
  const t = useText();
  return (
    <Button
      variant="secondary"
      isDisabled={rows.length === 0}
      onClick={() =>
        download(
          'exposed-vms.csv',
          'text/csv;charset=utf-8',
          csvOf([
            columns.map((column) => columnText(t, column)),
            ...rows.map((row) => columns.map((column) => cellText(t, row, column))),
          ]),
        )
      }
    >
      {t('Export CSV')}
    </Button>
  );
};
