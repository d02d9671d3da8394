import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

/** Draws the page as React 18 does. */
export function renderPage(page: ReactElement, root: Element): void {
  createRoot(root).render(page);
}
