import { defineConfig } from 'i18next-cli';

/**
 * Texts are their own English keys; the console's separators are set so that sentences may hold any character but "~".
 */
export default defineConfig({
  // the other languages have other plural forms: test/architecture/translations.spec.ts holds them
  locales: ['en'],
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    ignore: ['src/**/*.spec.{ts,tsx}'],
    output: 'locales/{{language}}/{{namespace}}.json',
    defaultNS: 'plugin__expose-vm',
    nsSeparator: '~',
    keySeparator: false,
    contextSeparator: '~',
    sort: true,
    // used by console-extensions.json
    preservePatterns: ['Services', 'Virtual machines', 'Exposed VMs'],
  },
});
