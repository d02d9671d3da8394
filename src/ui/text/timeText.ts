import { getI18n } from 'react-i18next';

/** The language that the console shows, which the browser's own need not be; undefined in a spec without a console. */
const language = (): string | undefined => (getI18n() as { readonly language: string } | undefined)?.language;

/** A time of day as the language in use writes it, such as 16:24. */
export const timeText = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString(language(), { timeStyle: 'short' });

/** A date and a time as the language in use writes them. */
export const dateText = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });
