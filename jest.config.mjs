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
const everywhere = {
  modulePathIgnorePatterns: ['<rootDir>/test/console/', '<rootDir>/test/cluster/'],
  transform: { '\\.tsx?$': swc },
};

/** @type {import('jest').Config} */
export default {
  // jest leaves one core free, which on two cores means half the speed
  maxWorkers: '100%',
  // each spec file leaves pages behind that it has rendered: a new worker has none of them
  workerIdleMemoryLimit: '600MB',
  projects: [
    {
      ...everywhere,
      // domain and build know no browser, and a spec without one needs half the time
      testEnvironment: '<rootDir>/test/jest/nodeEnvironment.mjs',
      roots: ['<rootDir>/src/domain', '<rootDir>/test', '<rootDir>/build'],
      testMatch: ['<rootDir>/src/domain/**/*.spec.ts', '<rootDir>/build/**/*.spec.ts'],
      restoreMocks: true,
      testTimeout: 60_000,
    },
    {
      ...everywhere,
      testEnvironment: '<rootDir>/test/jest/pageEnvironment.mjs',
      roots: ['<rootDir>/src', '<rootDir>/test'],
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/src/domain/',
        '<rootDir>/test/e2e/',
        '<rootDir>/test/on-cluster/',
        '<rootDir>/test/installed/',
        '<rootDir>/test/console/',
        '<rootDir>/test/cluster/',
      ],
      moduleNameMapper: {
        // the console provides the SDK's @console/* modules at run time only, so component tests use a stub of the SDK
        '^@openshift-console/dynamic-plugin-sdk$': '<rootDir>/test/components/sdkStub.tsx',
        '\\.(css|scss)$': '<rootDir>/test/components/emptyStyle.ts',
      },
      setupFilesAfterEnv: ['<rootDir>/test/components/jestSetup.ts'],
    },
  ],
};
