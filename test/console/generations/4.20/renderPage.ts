import type { ReactElement } from 'react';
import { render } from 'react-dom';

/** Draws the page as React 17 does. */
export function renderPage(page: ReactElement, root: Element): void {
  render(page, root);
}
