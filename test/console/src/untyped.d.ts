/* Modules that come without types, and requests only the build knows. */
declare module '*.json';
