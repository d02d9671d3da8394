/** Installed for the stand-in of the consoles 4.20 and 4.21, and named so by `jest.react17.config.mjs`. */
declare module 'testing-library-of-react-17' {
  export * from '@testing-library/react';
}
