import './partWords';

/** How long to wait before a part is fetched a second time. */
const PAUSE_MS = 500;

/** A part of the plugin could not be fetched; `message` is the browser's or the bundler's own. */
export class PartNotLoaded extends Error {
  override name = 'PartNotLoaded';
}

/**
 * Loads a part of the plugin that has a file of its own. A request that fails is made a second time. Both fail for good
 * when the plugin was upgraded while the page was open, since the files of its last version are gone then: only loading
 * the page again helps.
 * @param fetchPart an `import()`: each call asks the network again unless the part is there already
 * @returns the part; rejects with PartNotLoaded
 */
export async function loadPart<T>(fetchPart: () => Promise<T>): Promise<T> {
  try {
    return await fetchPart();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  try {
    return await fetchPart();
  } catch (error) {
    throw new PartNotLoaded(error instanceof Error ? error.message : String(error));
  }
}
