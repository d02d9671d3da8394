/** The room of a page's parts, which jsdom does not lay out. */
import { act } from '@testing-library/react';

/** Gives every element that width until the test ends, and tells the parts that measure it. */
export function givePaneWidth(width: number): void {
  jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  // PatternFly measures again when the window changes where there is no ResizeObserver, as in jsdom
  act(() => void window.dispatchEvent(new Event('resize')));
}
