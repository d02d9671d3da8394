import { act } from '@testing-library/react';

/**
 * Waits until everything that can be answered without time passing has been: a timer of no length runs after all
 * promises that are settled by now and all that follow from them. A test that expects nothing to happen waits for this,
 * and shows by a count or by what comes next that it would have seen it.
 */
export const answered = (): Promise<void> =>
  act(async () => {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  });
