import { useEffect, useRef } from 'react';

/** Minutes and seconds, such as `0:42`. */
export const clockText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/**
 * The time since this was first shown, after a dot. Not read out: it changes each second, and nothing else is drawn
 * again for it.
 */
export const Elapsed = () => {
  const shown = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const begun = Date.now();
    const show = () => {
      if (shown.current) shown.current.textContent = ` · ${clockText(Date.now() - begun)}`;
    };
    show();
    const timer = setInterval(show, 1000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden ref={shown} />;
};
