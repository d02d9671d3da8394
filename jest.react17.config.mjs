import everything from './jest.config.mjs';

const [, pages] = everything.projects;
/** What the stand-in of these consoles installs: React 17, and the last testing library for it. */
const installed = '<rootDir>/test/console/generations/4.20/node_modules';

/**
 * The specs of components once more, with the React of OpenShift 4.20 and 4.21.
 * @type {import('jest').Config}
 */
export default {
  maxWorkers: everything.maxWorkers,
  projects: [
    {
      ...pages,
      modulePathIgnorePatterns: [
        '<rootDir>/test/console/(?!generations/4\\.20/node_modules)',
        '<rootDir>/test/cluster/',
      ],
      // what meets React most directly; the browser tests in the console 4.20 try the rest
      testMatch: ['host', 'ui', 'vm-actions', 'services-tab', 'cluster/ask', 'wizard/draft'].map(
        (room) => `<rootDir>/src/${room}/**/*.spec.tsx`,
      ),
      testPathIgnorePatterns: [
        ...pages.testPathIgnorePatterns,
        // it counts timers, and React 17 has one of its own
        '<rootDir>/src/cluster/ask/useNow\\.spec\\.tsx$',
      ],
      moduleNameMapper: {
        ...pages.moduleNameMapper,
        '^(react|react-dom)(/.*)?$': `${installed}/$1$2`,
        '^@testing-library/react$': '<rootDir>/test/components/react17/testingLibrary.ts',
        '^testing-library-of-react-17$': `${installed}/@testing-library/react`,
        // one for all: what it is told to wrap in act concerns user-event too
        '^@testing-library/dom$': '<rootDir>/node_modules/@testing-library/dom',
      },
      setupFiles: ['<rootDir>/test/components/react17/setup.ts'],
    },
  ],
};
