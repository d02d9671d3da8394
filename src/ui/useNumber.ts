import { useTranslation } from 'react-i18next';

/** Writes a number as the reader's language does, such as 65,534. */
export type NumberText = (value: number) => string;

export function useNumber(): NumberText {
  const { language } = useTranslation('plugin__expose-vm').i18n;
  return (value) => new Intl.NumberFormat(language).format(value);
}
