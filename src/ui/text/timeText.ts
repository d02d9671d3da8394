/** A time of day as the user's language writes it, such as 16:24. */
export const timeText = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString(undefined, { timeStyle: 'short' });
