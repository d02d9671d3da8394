// PatternFly and the console name classes and properties by block, element and modifier (block__element--modifier).
const BLOCK_ELEMENT_MODIFIER = /^[a-z][a-z0-9]*(?:(?:-|--|__)[A-Za-z0-9]+)*$/;

/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  ignoreFiles: ['.cache/**', 'dist/**', 'node_modules/**', 'test/console/dist/**', 'test/console/node_modules/**'],
  rules: {
    'custom-property-pattern': BLOCK_ELEMENT_MODIFIER,
    'selector-class-pattern': BLOCK_ELEMENT_MODIFIER,
  },
};
