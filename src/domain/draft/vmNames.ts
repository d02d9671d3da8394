/** How many VMs can be exposed together: each is read by itself, and a run restarts them one after another. */
export const MAX_VMS = 50;

/** How many VMs can be exposed in one run with a Service for each. */
export const MAX_VMS_EACH = 100;

/** VM names as they were asked for: in that order, each once, empty ones left out. */
export const uniqueNames = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))];

/** One text for a set of VMs, whatever their order. A comma is in no VM's name, which is a DNS-1123 subdomain. */
export const keyOfVms = (names: readonly string[]): string => uniqueNames(names).sort().join(',');
