const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'jsdom',
  // jest leaves one core free, which on two cores means half the speed
  maxWorkers: '100%',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/console/',
    '<rootDir>/test/cluster/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/test/console/', '<rootDir>/test/cluster/'],
  transform: { '\\.tsx?$': swc },
  moduleNameMapper: {
    // the console provides the SDK's @console/* modules at run time only, so component tests use a stub of the SDK
    '^@openshift-console/dynamic-plugin-sdk$': '<rootDir>/test/sdkStub.tsx',
    '\\.(css|scss)$': '<rootDir>/test/emptyStyle.ts',
  },
  setupFilesAfterEnv: ['<rootDir>/test/jestSetup.ts'],
};
