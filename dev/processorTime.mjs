import { cpus } from 'node:os';

/** @typedef {{ busy: number, idle: number }} ProcessorTime milliseconds of all processors together */

/** @returns {ProcessorTime} since the machine started, of all that runs on it */
export function processorTime() {
  const times = cpus().map(({ times: { idle, ...busy } }) => ({
    idle,
    busy: Object.values(busy).reduce((sum, time) => sum + time, 0),
  }));
  return {
    busy: times.reduce((sum, time) => sum + time.busy, 0),
    idle: times.reduce((sum, time) => sum + time.idle, 0),
  };
}

/**
 * @param {ProcessorTime} before
 * @param {ProcessorTime} [now]
 * @param {number} [processors]
 * @returns {string} how long it would have taken at the least on these processors, whatever runs beside what
 */
export function processorsSince(before, now = processorTime(), processors = cpus().length) {
  const [busy, idle] = [now.busy - before.busy, now.idle - before.idle];
  const minutes = (/** @type {number} */ milliseconds) => (milliseconds / 60_000).toFixed(1);
  const share = Math.round((100 * busy) / Math.max(1, busy + idle));
  return `${processors} processors worked for ${minutes(busy)} minutes, ${share}% of the time: no order of the stages takes less than ${minutes(busy / processors)}`;
}
