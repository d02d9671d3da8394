import type { Rule } from './rule';

/** The names of VMs behind a headless Service. */
export const headlessRules: readonly Rule[] = [];
