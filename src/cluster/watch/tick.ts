/** How often what is only wrong after a while is judged again. */
export const TICK_MILLISECONDS = 10_000;
