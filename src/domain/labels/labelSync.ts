/**
 * What of KubeVirt's own configuration (kubevirt.io/v1 KubeVirt) tells which labels it carries over; all of it may be
 * missing.
 */
export interface KubeVirtConfig {
  readonly spec?: {
    readonly customizeComponents?: {
      readonly flags?: { readonly controller?: Readonly<Record<string, string>> };
      readonly patches?: readonly {
        readonly resourceType: string;
        readonly resourceName: string;
        readonly patch: string;
      }[];
    };
  };
  readonly status?: { readonly observedKubeVirtVersion?: string };
}

/**
 * Template label keys that KubeVirt carries to the VMI and its pod by itself: exact keys, and what keys may begin with.
 */
export interface LabelSync {
  readonly keys: readonly string[];
  readonly prefixes: readonly string[];
}

const FLAG = 'additional-launcher-labels-sync';
const ARGUMENT = `--${FLAG}`;

/** True from KubeVirt 1.9 on, which reads a trailing `*` as any ending; older ones read it as part of a key. */
function hasWildcards(version: string): boolean {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 9);
}

/**
 * virt-operator lower-cases flag and value (`flagsToArray` in its resource/apply/patches.go), so keys with capitals get
 * lost.
 */
const fromFlags = (flags: Readonly<Record<string, string>>): string[] =>
  Object.entries(flags)
    .filter(([flag]) => flag.toLowerCase() === FLAG)
    .map(([, value]) => value.toLowerCase());

/** All texts inside a JSON value in the order they stand in. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/**
 * The values of a JSON patch's operations that put something in, or a merge patch as it is; undefined when it is no
 * JSON.
 */
function addedBy(patch: string): unknown {
  try {
    const parsed: unknown = JSON.parse(patch);
    if (!Array.isArray(parsed)) return parsed;
    return (parsed as { op?: unknown; value?: unknown }[])
      .filter((operation) => operation?.op === 'add' || operation?.op === 'replace')
      .map(({ value }) => value);
  } catch {
    return undefined;
  }
}

const isFor = (pattern: string, name: string): boolean => pattern === '*' || pattern.toLowerCase() === name;

/** The flag's values in a patch, as one argument with `=` or as two. */
function fromPatch(patch: string): string[] {
  const texts = textsOf(addedBy(patch));
  return texts.flatMap((text, index) => {
    if (text.startsWith(`${ARGUMENT}=`)) return [text.slice(ARGUMENT.length + 1)];
    return text === ARGUMENT ? texts.slice(index + 1, index + 2) : [];
  });
}

/**
 * Which labels a KubeVirt is seen to carry over. The list is a flag of virt-controller, set through
 * `customizeComponents`. That a key is not found here is no proof that it is not carried: the Deployment may have been
 * changed otherwise.
 */
export function toLabelSync({ spec, status }: KubeVirtConfig): LabelSync {
  const { flags, patches } = spec?.customizeComponents ?? {};
  const values = [
    ...fromFlags(flags?.controller ?? {}),
    ...(patches ?? [])
      .filter(
        ({ resourceType, resourceName }) => isFor(resourceType, 'deployment') && isFor(resourceName, 'virt-controller'),
      )
      .flatMap(({ patch }) => fromPatch(patch)),
  ];
  const entries = [...new Set(values.flatMap((value) => value.split(',')))].filter((entry) => entry !== '');
  const isPrefix = (entry: string) => entry.endsWith('*');
  return {
    keys: entries.filter((entry) => !isPrefix(entry)),
    // a bare `*` is refused by KubeVirt
    prefixes: hasWildcards(status?.observedKubeVirtVersion ?? '')
      ? entries.filter((entry) => isPrefix(entry) && entry !== '*').map((entry) => entry.slice(0, -1))
      : [],
  };
}

/**
 * True when KubeVirt is seen to carry this template label to the VMI and its pod by itself; false when nothing is
 * known.
 */
export const isSynced = (key: string, sync: LabelSync | undefined): boolean =>
  sync !== undefined && (sync.keys.includes(key) || sync.prefixes.some((prefix) => key.startsWith(prefix)));
