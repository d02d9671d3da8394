import { DNS_1035_LABEL, MAX_DNS_LABEL } from '../k8s/dnsGrammar';

/**
 * Service names. A Service's name is a DNS-1035 label (lower case, begins with a letter), narrower than a VM's name,
 * which may hold dots and begin with a digit. Grammar: apimachinery `validation.IsDNS1035Label`.
 */
export type ServiceNameProblemCode =
  'service-name.empty' | 'service-name.length' | 'service-name.grammar' | 'service-name.taken';

/** Checks a Service name as the API server does; whether it is taken is asked of `taken`. */
export function serviceNameProblem(
  name: string,
  taken: ReadonlySet<string> = new Set(),
): ServiceNameProblemCode | undefined {
  if (name === '') return 'service-name.empty';
  if (name.length > MAX_DNS_LABEL) return 'service-name.length';
  if (!DNS_1035_LABEL.test(name)) return 'service-name.grammar';
  return taken.has(name) ? 'service-name.taken' : undefined;
}

const cut = (name: string, length: number): string => name.slice(0, length).replace(/-+$/, '');

/**
 * Makes a free Service name of a VM's name: dots to `-`, `vm-` before a leading digit, cut at 63, numbered when taken.
 * @example serviceNameFor('web.example', new Set(['web-example'])) // 'web-example-2'
 */
export function serviceNameFor(vmName: string, taken: ReadonlySet<string>): string {
  const label = vmName
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '');
  const base = cut(/^[a-z]/.test(label) ? label : `vm-${label}`, MAX_DNS_LABEL) || 'vm';
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) {
    const suffix = `-${n}`;
    const numbered = `${cut(base, MAX_DNS_LABEL - suffix.length)}${suffix}`;
    if (!taken.has(numbered)) return numbered;
  }
}
