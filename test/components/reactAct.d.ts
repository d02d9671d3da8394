import type { act as actOfTestUtils } from 'react-dom/test-utils';

/** React 18 has `act`, with which specs run; the types are those of React 17, the oldest that a console has. */
declare module 'react' {
  export const act: typeof actOfTestUtils;
}
