import { pause } from './manyAtATime';

/** How long anything in the cluster may take, on a machine that has other work as well. */
const PATIENCE_MS = 90_000;
const EVERY_MS = 50;

/**
 * Looks again and again until it is so.
 * @param what is awaited, for the error of what never comes
 */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited ${PATIENCE_MS / 1000} seconds for: ${what}`);
    await pause(EVERY_MS);
  }
}
