import type { ReactOptions, TFunction } from 'i18next';
import { useTranslation, type UseTranslationOptions } from 'react-i18next';

export type Text = TFunction;

/** Words of other languages come with the parts that show them (`host/partWords.ts`), or later. */
const OPTIONS: UseTranslationOptions<undefined> & ReactOptions = { bindI18nStore: 'added' };

/** The translation function of this plugin's own texts; keys are the English sentences. */
export const useText = (): Text => useTranslation('plugin__expose-vm', OPTIONS).t;
