/** The translation function as components get it, for tests of what words codes and values. */
import { getI18n } from 'react-i18next';
import type { Text } from '../../src/ui/useText';

export const t: Text = getI18n().getFixedT('en', 'plugin__expose-vm');
