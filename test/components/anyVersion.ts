/** For a spec that compares objects with what a cluster serves: each write there gives an object another version. */

type Metadata = Readonly<Record<string, unknown>>;
interface Comparison {
  readonly equals: (one: unknown, other: unknown, testers: unknown) => boolean;
}

const isMetadata = (value: unknown): value is Metadata =>
  typeof value === 'object' && value !== null && 'name' in value && 'namespace' in value;
const withoutVersion = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([field]) => field !== 'resourceVersion'));

function sameButVersion(this: Comparison, one: unknown, other: unknown, testers: unknown): boolean | undefined {
  if (!isMetadata(one) || !isMetadata(other)) return undefined;
  return 'resourceVersion' in one || 'resourceVersion' in other
    ? this.equals(withoutVersion(one), withoutVersion(other), testers)
    : undefined;
}

// the types of the installed version do not know it yet
(expect as unknown as { addEqualityTesters(testers: unknown[]): void }).addEqualityTesters([sameButVersion]);
