import type { Rule } from './rule';

/** Routes and Ingresses that lead to the Service. */
export const routeRules: readonly Rule[] = [];
