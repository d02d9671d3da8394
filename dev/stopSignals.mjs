import { killEverything } from './processes.mjs';

/** npm passes Ctrl-C on although the terminal sent it already: the same press arrives twice within milliseconds. */
const samePressMs = 500;

/**
 * Calls `onStop` for the first Ctrl-C, SIGTERM, or loss of the terminal; a second one kills everything and exits
 * immediately.
 * @param {() => void} onStop
 */
export function onStopSignal(onStop) {
  let firstAt = 0;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (firstAt === 0) {
        firstAt = Date.now();
        onStop();
      } else if (Date.now() - firstAt > samePressMs) {
        killEverything();
        process.exit(130);
      }
    });
  }
  // A killed npm or terminal tells nobody. Without a parent there is nobody to press Ctrl-C any more.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent || firstAt !== 0) return;
    firstAt = Date.now();
    onStop();
  }, 1_000);
  watch.unref();
}
