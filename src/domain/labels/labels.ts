import { CREATED_BY_KEY, LAUNCHER_KEY, VMI_ID_KEY, VM_NAME_KEY } from '../k8s/labelKeys';
import { DNS_1123_SUBDOMAIN } from '../k8s/dnsGrammar';

/**
 * The rules for label keys and values. The VM webhook does not check template labels (seen on KubeVirt 1.8.4: `ti er`
 * is accepted), but the virt-launcher pod cannot be created with a bad one, so a bad label is an outage at the next
 * restart. Grammar: apimachinery `validation.IsQualifiedName` and `validation.IsValidLabelValue`.
 */

/** Why a label key, a label value or a whole `key=value` is refused. Values are worded in `ui/`. */
export type LabelProblemCode =
  | 'label.key.empty'
  | 'label.key.name'
  | 'label.key.name-length'
  | 'label.key.prefix'
  | 'label.key.prefix-length'
  | 'label.key.reserved'
  | 'label.key.volatile'
  | 'label.key.fixed'
  | 'label.value.grammar'
  | 'label.value.length';

const NAME = /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

/** Refused by the VM webhook in a template (`restrictedVmiLabels` in KubeVirt's vmi-create-admitter). S14 */
const RESERVED_KEYS = new Set([
  CREATED_BY_KEY,
  'kubevirt.io/migrationJobUID',
  'kubevirt.io/nodeName',
  'kubevirt.io/migrationTargetNodeName',
  'kubevirt.io/schedulable',
  'kubevirt.io/install-strategy',
]);

/** Keys whose value changes under a running VM, or whenever it is resized: never in a selector. S11 */
const VOLATILE_KEYS = new Set([
  'kubevirt.io/size',
  'kubevirt.io/flavor',
  'kubevirt.io/workload',
  'flavor.template.kubevirt.io/small',
  'pod-template-hash',
]);
/** What KubeVirt writes into labels by itself beside the reserved keys: revisions of a pool, accounts of resources. */
const BOOKKEEPING_KEYS = new Set([
  'kubevirt.io/vm-pool-revision-name',
  'kubevirt.io/vmi-pod-cpu-resource-limits',
  'kubevirt.io/vmi-pod-memory-resource-requests',
  'kubevirt.io/memory-hotplug-overhead-ratio',
  'kubevirt.io/outdatedLauncherImage',
]);
const VOLATILE_PREFIXES = [
  'flavor.template.kubevirt.io/',
  'workload.template.kubevirt.io/',
  'os.template.kubevirt.io/',
];

/** Keys that KubeVirt writes on the pod itself, whatever the template says. S15 */
const FIXED_KEYS = new Set<string>([LAUNCHER_KEY, VM_NAME_KEY, VMI_ID_KEY]);

/** True for keys that KubeVirt sets on every virt-launcher pod: they are on the pod without being in the template. */
export const isSetByKubeVirt = (key: string): boolean => FIXED_KEYS.has(key) || key === CREATED_BY_KEY;

/** True for keys whose values KubeVirt changes as it goes, on whichever object: users neither set nor await them. */
export const isWrittenByKubeVirt = (key: string): boolean => RESERVED_KEYS.has(key) || BOOKKEEPING_KEYS.has(key);

/** True for keys that a selector must not use because their value does not last. S11 */
export const isVolatileKey = (key: string): boolean =>
  isWrittenByKubeVirt(key) || VOLATILE_KEYS.has(key) || VOLATILE_PREFIXES.some((prefix) => key.startsWith(prefix));

/** Of some labels those that a user may set: neither KubeVirt's own nor what changes by itself. */
export const sendableLabels = (labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([key]) => !isSetByKubeVirt(key) && !isVolatileKey(key)));

/** True for keys that the VM webhook refuses in a template. S14 */
export const isReservedKey = (key: string): boolean => RESERVED_KEYS.has(key);

/** True for a DNS-1123 subdomain, whatever its length. */
export const isDnsSubdomain = (name: string): boolean => DNS_1123_SUBDOMAIN.test(name);

/** Checks the grammar of a qualified name, such as a label's or an annotation's key. */
export function qualifiedNameProblem(key: string): LabelProblemCode | undefined {
  if (key === '') return 'label.key.empty';
  const slash = key.indexOf('/');
  const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (prefix !== undefined) {
    if (prefix.length > 253) return 'label.key.prefix-length';
    if (!isDnsSubdomain(prefix)) return 'label.key.prefix';
  }
  if (name.length > 63) return 'label.key.name-length';
  return NAME.test(name) ? undefined : 'label.key.name';
}

/** Checks the grammar of a label key, then whether a user may put it in a VM's template. */
export function labelKeyProblem(key: string): LabelProblemCode | undefined {
  const problem = qualifiedNameProblem(key);
  if (problem) return problem;
  if (RESERVED_KEYS.has(key)) return 'label.key.reserved';
  if (isVolatileKey(key)) return 'label.key.volatile';
  if (FIXED_KEYS.has(key)) return 'label.key.fixed';
  return undefined;
}

/** Checks a label value; the empty value is allowed, as by the API server. */
export function labelValueProblem(value: string): LabelProblemCode | undefined {
  if (value === '') return undefined;
  if (value.length > 63) return 'label.value.length';
  return NAME.test(value) ? undefined : 'label.value.grammar';
}
