import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useText } from '../../ui/useText';
import type { CsvContent } from './CsvDownload';

// needed only when it is asked for
const CsvDownload = lazyPart(() => import('./CsvDownload'), null);

/** Downloads what the list shows, on all of its pages, as CSV. */
export const ExportCsv = ({ rows, columns }: CsvContent) => {
  const t = useText();
  const [asked, setAsked] = useState<CsvContent>();
  return (
    <>
      <Button variant="secondary" isDisabled={rows.length === 0} onClick={() => setAsked({ rows, columns })}>
        {t('Export CSV')}
      </Button>
      {asked && <CsvDownload {...asked} onDone={() => setAsked(undefined)} />}
    </>
  );
};
