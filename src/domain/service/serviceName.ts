import { DNS_1035_LABEL, MAX_DNS_LABEL } from '../k8s/dnsGrammar';

/**
 * Service names. A Service's name is a DNS-1035 label (lower case, begins with a letter), narrower than a VM's name,
 * which may hold dots and begin with a digit. Grammar: apimachinery `validation.IsDNS1035Label`.
 */
const CODES = ['service-name.empty', 'service-name.length', 'service-name.grammar', 'service-name.taken'] as const;
export type ServiceNameProblemCode = (typeof CODES)[number];

const ALL_CODES: ReadonlySet<string> = new Set(CODES);
/** True for a problem that another name of the Service mends. */
export const isServiceNameProblem = (code: string): code is ServiceNameProblemCode => ALL_CODES.has(code);

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

/** Stands for a VM's name in a pattern of Service names. */
export const VM_IN_NAME = '{vm}';

/** The characters of a VM's name that a Service's name can have; `vm-` before a digit where the name begins with it. */
function labelOf(vmName: string, isFirst: boolean): string {
  const label = vmName
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '');
  return !isFirst || /^[a-z]/.test(label) ? label : `vm-${label}`;
}

/**
 * The name that a pattern gives to the Service of one VM: the VM's name, cut where all would be too long, in the place
 * of each `{vm}`. What else the pattern holds is left as it is, so that the name may be no valid one.
 * @example serviceNameFrom('{vm}-ssh', 'web.example') // 'web-example-ssh'
 */
export function serviceNameFrom(pattern: string, vmName: string): string {
  const fixed = pattern.split(VM_IN_NAME);
  const places = fixed.length - 1;
  const room = Math.floor((MAX_DNS_LABEL - fixed.join('').length) / Math.max(1, places));
  const label = cut(labelOf(vmName, fixed[0] === ''), Math.max(1, room));
  return fixed.join(label);
}

/**
 * Makes a free Service name of a VM's name: dots to `-`, `vm-` before a leading digit, cut at 63, numbered when taken.
 * @example serviceNameFor('web.example', new Set(['web-example'])) // 'web-example-2'
 */
export function serviceNameFor(vmName: string, taken: ReadonlySet<string>): string {
  const base = serviceNameFrom(VM_IN_NAME, vmName) || 'vm';
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) {
    const suffix = `-${n}`;
    const numbered = `${cut(base, MAX_DNS_LABEL - suffix.length)}${suffix}`;
    if (!taken.has(numbered)) return numbered;
  }
}
