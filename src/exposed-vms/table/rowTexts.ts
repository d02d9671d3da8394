import type { Column } from '../../domain/exposed/rowOrder';
import type { ListedRow } from '../../domain/exposed/listedRow';
import { millisecondsOf } from '../../domain/k8s/timestamp';
import { accessText } from '../../ui/text/accessText';
import { verdictText } from '../../ui/text/verdictText';
import type { Text } from '../../ui/useText';

/** A date and a time as the user's language writes them; '' for what is none. */
function dateText(timestamp: string): string {
  const milliseconds = millisecondsOf(timestamp);
  return milliseconds === undefined
    ? ''
    : new Date(milliseconds).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

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
      return dateText(row.created);
    case 'status':
      return verdictText(t, row.row.verdict);
  }
}
