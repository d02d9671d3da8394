/**
 * The grammars that Kubernetes takes from DNS (apimachinery `pkg/util/validation`), without their limits of length,
 * which are problems of their own.
 */

/** At most so many characters in one label (RFC 1035). */
export const MAX_DNS_LABEL = 63;

/** `IsDNS1123Label`: a hostname, the name of a Service's port. */
export const DNS_1123_LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** `IsDNS1035Label`: the name of a Service, which begins with a letter. */
export const DNS_1035_LABEL = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** `IsDNS1123Subdomain`: labels with dots between them, such as a VM's name or the prefix of a label's key. */
export const DNS_1123_SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** True for an IPv4 address, or whatever else is made of numbers alone: no host has such a name. */
export const isNumericName = (name: string): boolean => /^\d+(\.\d+)*\.?$/.test(name);
