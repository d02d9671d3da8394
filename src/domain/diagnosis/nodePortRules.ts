import type { Rule } from './rule';

/** Node ports, and what admission says of a Service. */
export const nodePortRules: readonly Rule[] = [];
