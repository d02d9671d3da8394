import 'react';

/** Specs run with React 18, which has `act`; the types are those of React 17, the oldest React that a console has. */
declare module 'react' {
  export function act<T>(callback: () => Promise<T>): Promise<T>;
  export function act(callback: () => void): void;
}
