import { useState } from 'react';
import { useNow } from '../../cluster/ask/useNow';

/** Minutes and seconds, such as `0:42`. */
export const clockText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The time since this was first shown, after a dot. Not read out: it changes each second. */
export const Elapsed = () => {
  const now = useNow(1000);
  const [begun] = useState(now);
  return <span aria-hidden>{` · ${clockText(now - begun)}`}</span>;
};
