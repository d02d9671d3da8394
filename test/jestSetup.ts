import '@testing-library/jest-dom';
import { createInstance } from 'i18next';
import { toHaveNoViolations } from 'jest-axe';
import { initReactI18next, setI18n } from 'react-i18next';
import texts from '../locales/en/plugin__expose-vm.json';

expect.extend(toHaveNoViolations);

const missingTexts: string[] = [];

// as the console sets up translation; a text that the locale file lacks fails the test that shows it
const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: ['plugin__expose-vm'],
  defaultNS: 'plugin__expose-vm',
  resources: { en: { 'plugin__expose-vm': texts } },
  nsSeparator: '~',
  keySeparator: false,
  contextSeparator: '~',
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  initAsync: false,
  saveMissing: true,
  missingKeyHandler: (_languages, _namespace, key) => missingTexts.push(key),
});
setI18n(i18n);

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
  expect(missingTexts.splice(0)).toEqual([]);
});
