import type { Text } from '../../ui/useText';

/** The heading of the page that exposes so many VMs. */
export const exposeTitle = (t: Text, total: number): string =>
  total === 1 ? t('Expose virtual machine') : t('Expose {{count}} virtual machines', { count: total });

/** The words of the button that starts a run; restarts are named where there are some. */
export function exposeText(t: Text, total: number, restarted: number): string {
  if (total === 1) return restarted > 0 ? t('Expose and restart VM') : t('Expose VM');
  return restarted > 0
    ? t('Expose {{total}} VMs and restart {{count}}', { total, count: restarted })
    : t('Expose {{count}} VMs', { count: total });
}
