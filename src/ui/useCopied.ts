import { useState } from 'react';

/**
 * Copies texts to the clipboard, and tells whether the last one has arrived there. Where the browser has no clipboard,
 * or refuses it, nothing happens.
 */
export function useCopied(): readonly [isCopied: boolean, copy: (text: string) => void, forget: () => void] {
  const [isCopied, setCopied] = useState(false);
  const copy = (text: string) =>
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return [isCopied, copy, () => setCopied(false)];
}
