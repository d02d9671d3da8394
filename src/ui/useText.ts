import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export type Text = TFunction;

/** The translation function of this plugin's own texts; keys are the English sentences. */
export const useText = (): Text => useTranslation('plugin__expose-vm').t;
