/** How long a test waits for what must come: the machine may be busy. */
export const PATIENCE = { timeout: 15_000 };
