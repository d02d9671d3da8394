import type { Rule } from './rule';

/** Who owns and who manages the Service and the VM. */
export const managementRules: readonly Rule[] = [];
