import { AsyncLocalStorage } from 'node:async_hooks';

/** @type {Set<AsyncLocalStorage<unknown>>} */
const used = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  used.add(this);
  return run.apply(this, args);
};

/**
 * jest-circus makes an AsyncLocalStorage for each spec file and leaves it in use, and with Node.js 20 each later
 * promise of the worker pays for all of them: after a hundred files most of the time goes there.
 * @template {new (...args: any[]) => { teardown(): Promise<void> }} Environment
 * @param {Environment} Environment
 * @returns {Environment} one that ends their use with the spec file
 */
export const withoutLeftStorage = (Environment) =>
  class extends Environment {
    async teardown() {
      await super.teardown();
      for (const storage of used) storage.disable();
      used.clear();
    }
  };
