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
    const measure = () => setWidth(current.clientWidth);
    measure();
    return getResizeObserver(current, measure, true);
  }, [element]);
  return width;
}
