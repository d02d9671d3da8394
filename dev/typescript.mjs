import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Loads a module of the repository that is written in TypeScript, with all that it imports; types are not checked.
 * @param {string} file its whole path
 * @returns {any} what it exports
 */
export function loadTypeScript(file) {
  const { transformFileSync } = require('@swc/core');
  require.extensions['.ts'] ??= (module, name) => {
    const { code } = transformFileSync(name, {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    });
    /** @type {any} */ (module)._compile(code, name);
  };
  return require(file);
}
