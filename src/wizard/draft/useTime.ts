import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * @returns writes a time (ISO 8601) as the reader's language does: of today hours and minutes, of another day with its
 *   date; undefined for what is no time
 */
export function useTime(): (iso: string | undefined) => string | undefined {
  const { language } = useTranslation('plugin__expose-vm').i18n;
  const [today] = useState(() => new Date().toDateString());
  return (iso) => {
    const date = new Date(iso ?? '');
    if (Number.isNaN(date.getTime())) return undefined;
    const day = date.toDateString() === today ? {} : ({ dateStyle: 'medium' } as const);
    return new Intl.DateTimeFormat(language, { timeStyle: 'short', ...day }).format(date);
  };
}
