import { useEffect } from 'react';
import type { ReactNode } from 'react';

/** Sets the browser tab's title from its text. */
export function DocumentTitle({ children }: { children: ReactNode }): null {
  const text = [children].flat().join('');
  useEffect(() => {
    document.title = `${text} · Console stand-in`;
  }, [text]);
  return null;
}
