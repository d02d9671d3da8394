import { useEffect, useRef } from 'react';
import { csvOf } from '../../domain/exposed/csv';
import type { ListedRow } from '../../domain/exposed/listedRow';
import type { Column } from '../../domain/exposed/rowOrder';
import { columnText } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';
import { cellText } from './rowTexts';

export interface CsvContent {
  /** those that the filter takes, on all pages */
  readonly rows: readonly ListedRow[];
  readonly columns: readonly Column[];
}

interface CsvDownloadProps extends CsvContent {
  readonly onDone: () => void;
}

/** Hands a file to the browser, as a link that is followed: made only when it is asked for, because it can be long. */
function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads a file with the rows when it is there first, once, and shows nothing. */
const CsvDownload = ({ rows, columns, onDone }: CsvDownloadProps) => {
  const t = useText();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const lines = rows.map((row) => columns.map((column) => cellText(t, row, column)));
    download(
      'exposed-vms.csv',
      'text/csv;charset=utf-8',
      csvOf([columns.map((column) => columnText(t, column)), ...lines]),
    );
    onDone();
  }, [t, rows, columns, onDone]);
  return null;
};

export default CsvDownload;
