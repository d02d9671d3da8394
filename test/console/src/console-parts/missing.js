/*
 * Placeholder for a part of the console that the stand-in does not have: a component draws a box with
 * its name, a hook throws. CommonJS, because the SDK reads `require(…).Name` while it is being evaluated.
 */
const { createElement } = require('react');

const part = new URLSearchParams(__resourceQuery).get('part');

function placeholder(key) {
  const name = key === 'default' ? part.split('/').pop() : key;
  const Missing = ({ children }) => {
    if (/^use[A-Z]/.test(name)) {
      throw new Error(`${name} (${part}) is not part of the console stand-in`);
    }
    return createElement(
      'div',
      { className: 'standin-missing', 'data-test': 'not-in-stand-in' },
      `${name} is not part of the console stand-in`,
      children,
    );
  };
  Missing.displayName = `Missing(${name})`;
  return Missing;
}

const made = new Map();
module.exports = new Proxy(
  {},
  {
    get: (_target, key) => {
      // A bundler asks for __esModule, an await for then: neither is a part of the console.
      if (typeof key !== 'string' || key === '__esModule' || key === 'then') {
        return undefined;
      }
      if (!made.has(key)) {
        made.set(key, placeholder(key));
      }
      return made.get(key);
    },
  },
);
