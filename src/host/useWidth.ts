import { useEffect, useState, type RefObject } from 'react';
import { getResizeObserver } from '@patternfly/react-core';

/**
 * The width of an element in pixels, told again with every change. A tab's pane is much narrower than the window, which
 * is all that media queries look at.
 * @returns 0 until it is measured
 */
export function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    let frame = 0;
    const measure = () => setWidth(current.clientWidth);
    measure();
    // asked to wait for the frame itself, PatternFly 6 never calls; without waiting the browser reports a loop
    const stop = getResizeObserver(current, () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [element]);
  return width;
}
