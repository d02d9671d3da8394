import type { Text } from '../../ui/useText';

/** The heading of the page that exposes so many VMs. */
export const exposeTitle = (t: Text, total: number): string =>
  total === 1 ? t('Expose virtual machine') : t('Expose {{count}} virtual machines', { count: total });
