import { useEffect, useRef } from 'react';

/**
 * Forgets a run when the user leaves its result, not when the page is reloaded.
 * @param isOver true when it has ended as it should
 */
export function useForgetOnLeave(isOver: boolean, forget: () => void): void {
  const onUnmount = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    onUnmount.current = isOver ? forget : undefined;
  });
  useEffect(() => () => onUnmount.current?.(), []);
}
