import type { Rule } from './rule';

/** Load balancers. */
export const loadBalancerRules: readonly Rule[] = [];
