import { DNS_1123_LABEL, MAX_DNS_LABEL } from '../k8s/dnsGrammar';

/**
 * `hostname` and `subdomain` of a VM's template. Both become fields of the virt-launcher pod, where each is one
 * DNS-1123 label (apimachinery `validation.IsDNS1123Label`). The VM webhook lets more pass (seen on KubeVirt 1.8.4:
 * subdomain `a.b`), but the pod cannot be created with it, so the VM would not start again.
 */

export type HostnameProblemCode = 'hostname.length' | 'hostname.grammar';
export type SubdomainProblemCode = 'subdomain.length' | 'subdomain.grammar';

/** The empty text is allowed: for a pod it is the same as an absent field. */
function problem(text: string): 'length' | 'grammar' | undefined {
  if (text === '') return undefined;
  if (text.length > MAX_DNS_LABEL) return 'length';
  return DNS_1123_LABEL.test(text) ? undefined : 'grammar';
}

/** Checks a VM's `.spec.template.spec.hostname` as the API server checks its pod's; empty means the VM's own name. */
export function hostnameProblem(hostname: string): HostnameProblemCode | undefined {
  const found = problem(hostname);
  return found && `hostname.${found}`;
}

/**
 * Checks a VM's `.spec.template.spec.subdomain` as the API server checks its pod's; empty means none. A Service of that
 * name, which the DNS name needs, has a narrower grammar still: see `serviceNameProblem`.
 */
export function subdomainProblem(subdomain: string): SubdomainProblemCode | undefined {
  const found = problem(subdomain);
  return found && `subdomain.${found}`;
}
