import { act as actOf17 } from 'react-dom/test-utils';

/** `act` as React 18 has it: with what the callback gives back, which 17 does not pass on. */
export function act<T>(callback: () => T | Promise<T>): T | Promise<T> {
  let given: T | Promise<T> | undefined;
  const settled: unknown = actOf17(() => {
    given = callback();
    return given as Promise<void>;
  });
  if (!(given instanceof Promise)) return given as T;
  return Promise.resolve(settled as Promise<void>).then(() => given as Promise<T>);
}
