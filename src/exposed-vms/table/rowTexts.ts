import type { Column } from '../../domain/exposed/rowOrder';
import type { ListedRow } from '../../domain/exposed/listedRow';
import { millisecondsOf } from '../../domain/k8s/timestamp';
import { accessText } from '../../ui/text/accessText';
import { dateText } from '../../ui/text/timeText';
import { verdictText } from '../../ui/text/verdictText';
import type { Text } from '../../ui/useText';

const createdText = (timestamp: string): string => {
  const milliseconds = millisecondsOf(timestamp);
  return milliseconds === undefined ? '' : dateText(milliseconds);
};

/** What a column says of a row, in one text. */
export function cellText(t: Text, row: ListedRow, column: Column): string {
  if (column === 'vm') return row.vmNames.join(', ');
  if (column === 'project') return row.namespace;
  if (row.kind === 'vm') return column === 'status' ? t('Not exposed') : '';
  switch (column) {
    case 'service':
      return row.serviceName;
    case 'address':
      return row.address?.text ?? '';
    case 'type':
      return accessText(t, row.access);
    case 'ports':
      return row.ports.join(', ');
    case 'dns-name':
      return row.dnsName;
    case 'creator':
      return row.creator ?? '';
    case 'created':
      return createdText(row.created);
    case 'status':
      return verdictText(t, row.row.verdict);
  }
}
