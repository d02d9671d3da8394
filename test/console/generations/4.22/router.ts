/** The router of this page and of plugins. */
export * from 'react-router';
