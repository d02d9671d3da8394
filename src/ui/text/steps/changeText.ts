/** Stands for a value that is not there, before or after a change. */
export const ABSENT = '–';

/** One change in a list of several, in signs alone: `app: q → frontend`, or `app: – → frontend` where it is new. */
export const changeText = (name: string, before: string, after: string): string => `${name}: ${before} → ${after}`;
