import type { Rule } from './rule';

/** What is left when everything before the guest is right. */
export const guestRules: readonly Rule[] = [];
