import js from '@eslint/js';
import globals from 'globals';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const IS_TYPE_NAME = 'value=/^(ClusterIP|NodePort|LoadBalancer|Headless|ExternalName)$/';
/** What sets the types of Services apart is in one table. */
const NO_NAMES_OF_TYPES = [
  {
    selector: `BinaryExpression[operator=/^[!=]==$/] > Literal[${IS_TYPE_NAME}]`,
    message: 'Ask a trait of the type (src/domain/k8s/exposedTypes.ts) instead of comparing its name.',
  },
];
/** Calls that read a part of a text. */
const READS_PART = 'callee.property.name=/^(startsWith|endsWith|includes|split|match|replace|replaceAll|slice|at)$/';
/** What a step or a change means stands in fields of its own, never in the form of an id or of a JSON pointer. */
const NO_MEANING_IN_TEXTS = [
  ...['callee.object.name="id"', 'callee.object.property.name="id"'].map((ofId) => ({
    selector: `CallExpression[${READS_PART}][${ofId}]`,
    message: 'An id is compared as a whole: put what is read from it into a field of its own.',
  })),
  {
    selector: 'Literal[value=/^~[01]$/]',
    message: 'JSON pointers are written by pointerTo of src/domain/k8s/jsonPatch.ts, and read nowhere.',
  },
];

/** Of a comment or code; a sentence that is shown is one literal, since a text is its own key. */
const MAX_LENGTH = [
  'error',
  { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
];
const MAX_LINES = ['error', { max: 250, skipBlankLines: false, skipComments: false }];

export default tseslint.config(
  {
    ignores: [
      '.cache/',
      'dist/',
      'coverage/',
      'test-results/',
      'test/console/dist/',
      'test/console/node_modules/',
      'test/cluster/',
      'test/chart/',
      'charts/',
    ],
  },
  js.configs.recommended,
  // what needs types or several files to be read is checked by oxlint (.oxlintrc.json)
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['test/console/**'],
    extends: [tseslint.configs.recommended, reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': MAX_LINES,
      'max-len': MAX_LENGTH,
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}', 'src/domain/k8s/jsonPatch.ts', 'src/domain/k8s/exposedTypes.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_MEANING_IN_TEXTS, ...NO_NAMES_OF_TYPES] },
  },
  // Playwright's fixtures call a parameter named `use`, which is no hook
  { files: ['test/e2e/**/*.ts', 'test/local-cluster/**/*.ts'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  {
    files: ['test/console/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': MAX_LINES,
      'max-len': MAX_LENGTH,
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines': MAX_LINES, 'max-len': MAX_LENGTH },
  },
  {
    files: ['**/*.cjs', 'test/console/src/**/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { __resourceQuery: 'readonly' } },
  },
);
