import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder, format } from 'node:util';
import { createInstance } from 'i18next';
import { toHaveNoViolations } from 'jest-axe';
import { version } from 'react';
import { initReactI18next, setI18n } from 'react-i18next';
import texts from '../../locales/en/plugin__expose-vm.json';

expect.extend(toHaveNoViolations);
// whole pages are rendered and checked; a busy machine takes its time
jest.setTimeout(60_000);

// browsers have them, jsdom has not; the router needs them when it is loaded
Object.assign(globalThis, { TextDecoder, TextEncoder });

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
  showSupportNotice: false,
  saveMissing: true,
  missingKeyHandler: (_languages, _namespace, key) => missingTexts.push(key),
});
setI18n(i18n);

// what React complains of (an update outside of act, a missing key, a wrong attribute) fails the test
const complaints: string[] = [];
// PatternFly's tooltips and tables change by timers of their own
const isOfLibrary = (complaint: string): boolean =>
  /^Warning: An update to \w+ inside a test was not wrapped in act[^]*?\n {4}at \w+ \([^)]*node_modules/
    .exec(complaint)?.[0]
    .split('\n    at ').length === 2;
// React 17 cannot be told that a test waits, and complains of each update meanwhile; the run with React 18 tells. Of an
// update of what is gone 18 no longer complains, since it does no harm
const isOfReact17 = (complaint: string): boolean =>
  version.startsWith('17.') &&
  /^Warning: (?:An update to .* was not wrapped in act|Can't perform a React state update on an unmounted)/.test(
    complaint,
  );
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    const complaint = format(...parts);
    if (!isOfLibrary(complaint) && !isOfReact17(complaint)) complaints.push(complaint.slice(0, 600));
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
  expect({ missingTexts: missingTexts.splice(0), complaints: complaints.splice(0) }).toEqual({
    missingTexts: [],
    complaints: [],
  });
});
