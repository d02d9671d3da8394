import type { SearchScope } from '../../../domain/exposed/filters';
import type { Column } from '../../../domain/exposed/rowOrder';
import type { Text } from '../../useText';

/** The heading of a column. */
export function columnText(t: Text, column: Column): string {
  switch (column) {
    case 'vm':
      return t('VM');
    case 'service':
      return t('Service');
    case 'project':
      return t('Project');
    case 'address':
      return t('Address');
    case 'type':
      return t('Access');
    case 'ports':
      return t('Ports');
    case 'dns-name':
      return t('DNS name');
    case 'creator':
      return t('Created by');
    case 'created':
      return t('Created');
    case 'status':
      return t('Status');
  }
}

/** What the search looks at. */
export function scopeText(t: Text, scope: SearchScope): string {
  switch (scope) {
    case 'all':
      return t('Name or address');
    case 'name':
      return t('Name');
    case 'address':
      return t('Address');
    case 'label':
      return t('Label');
  }
}

/** What to type into the search. */
export function searchHint(t: Text, scope: SearchScope): string {
  switch (scope) {
    case 'all':
      return t('Search by VM, Service, or address');
    case 'name':
      return t('Search by name');
    case 'address':
      return t('Search by address');
    case 'label':
      return t('Search by label, for example app=web');
  }
}
