/** The router of this page; up to 4.21 plugins share it under this name, and `react-router` is version 5. */
export * from 'react-router-dom-v5-compat';
