import { useEffect, useRef, useState, type RefObject } from 'react';
import type { StepsTask } from './stepsTask';

/** The task whose dialog is open, if any. */
export interface OpenTask {
  readonly task: StepsTask | undefined;
  readonly open: (task: StepsTask) => void;
  readonly close: () => void;
  /** where the focus goes when the button that opened the dialog is gone: an element with `tabIndex={-1}` */
  readonly top: RefObject<HTMLDivElement>;
}

/** Keeps the task whose dialog is open, and the focus when what has opened the dialog went with what it has changed. */
export function useStepsTask(): OpenTask {
  const [task, open] = useState<StepsTask>();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!task) return undefined;
    const { current } = top;
    return () => {
      if (document.activeElement === document.body) current?.focus();
    };
  }, [task]);
  return { task, open, close: () => open(undefined), top };
}
