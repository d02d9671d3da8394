/** Which IP families a Service gets, and which wishes the API server refuses (seen on kube-apiserver 1.34). */
import { familyOf, hasSameAddresses, hasSelector, type HeldSpec, isAlias, isHeadless, isSameList } from './heldSpec';

const otherFamily = (family: string): string => (family === 'IPv4' ? 'IPv6' : 'IPv4');

/** A Service that prefers two families is not given or deprived of one by an update that says nothing of them. */
export const isLeftAsItIs = (after: HeldSpec, before: HeldSpec | undefined): boolean =>
  before !== undefined &&
  before.type === after.type &&
  !isAlias(after) &&
  after.ipFamilyPolicy === 'PreferDualStack' &&
  (before.ipFamilyPolicy ?? 'PreferDualStack') === 'PreferDualStack' &&
  hasSameAddresses(before, after) &&
  isSameList(before.ipFamilies, after.ipFamilies);

function policyFor(after: HeldSpec, before: HeldSpec | undefined): string {
  if (before?.ipFamilyPolicy) return before.ipFamilyPolicy;
  // of endpoints that others write, nobody knows the family
  return after.clusterIP === 'None' && !hasSelector(after) ? 'RequireDualStack' : 'SingleStack';
}

/** What is wrong with the form of addresses and families, whatever the cluster has. */
export function addressProblems(spec: HeldSpec): string[] {
  if (isAlias(spec)) return [];
  const { clusterIP = '', clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  const problems: string[] = [];
  if (clusterIP === '' ? clusterIPs.length > 0 : clusterIPs[0] !== clusterIP)
    problems.push('spec.clusterIPs: first value must match `clusterIP`');
  if (new Set(ipFamilies).size < ipFamilies.length) problems.push('spec.ipFamilies: Duplicate value');
  if (ipFamilies.some((family) => family !== 'IPv4' && family !== 'IPv6'))
    problems.push('spec.ipFamilies: Unsupported value');
  if (ipFamilyPolicy && !['SingleStack', 'PreferDualStack', 'RequireDualStack'].includes(ipFamilyPolicy))
    problems.push('spec.ipFamilyPolicy: Unsupported value');
  if (clusterIPs.length > 1 && clusterIPs.includes('None'))
    problems.push("spec.clusterIPs: 'None' must be the first and only value");
  else if (clusterIPs.length > 1 && new Set(clusterIPs.map(familyOf)).size < 2)
    problems.push('spec.clusterIPs: may specify no more than one IP for each IP family');
  if (!isHeadless(spec) && clusterIPs.some((ip, index) => ipFamilies[index] && ipFamilies[index] !== familyOf(ip)))
    problems.push('spec.clusterIPs: expected a value of the family as indicated by `ipFamilies`');
  return problems;
}

/** What an update asks for that can only be had with another policy. */
function updateProblems(after: HeldSpec, before: HeldSpec): string[] {
  const isReduced = (field: 'clusterIPs' | 'ipFamilies') =>
    (after[field] ?? []).length > 0 && (after[field] ?? []).length < (before[field] ?? []).length;
  return (['clusterIPs', 'ipFamilies'] as const)
    .filter(isReduced)
    .map((field) => `spec.ipFamilyPolicy: must be 'SingleStack' to release the secondary of ${field}`);
}

function fallBackToOneFamily(after: HeldSpec, before: HeldSpec): void {
  if (hasSameAddresses(before, after) && (after.clusterIPs ?? []).length > 1)
    after.clusterIPs = (after.clusterIPs ?? []).slice(0, 1);
  if (isSameList(before.ipFamilies, after.ipFamilies) && (after.ipFamilies ?? []).length > 1)
    after.ipFamilies = (after.ipFamilies ?? []).slice(0, 1);
}

/**
 * Gives a Service its policy and its families.
 * @param families of the cluster, the first one being that of a Service that names none
 * @returns why the API server refuses it; [] when it does not
 */
export function giveFamilies(after: HeldSpec, before: HeldSpec | undefined, families: readonly string[]): string[] {
  if (isAlias(after) || isLeftAsItIs(after, before)) return [];
  after.ipFamilyPolicy ||= policyFor(after, before);
  const isSingle = after.ipFamilyPolicy === 'SingleStack';
  const malformed = addressProblems(after);
  if (malformed.length > 0) return malformed;
  if (before && isSingle) fallBackToOneFamily(after, before);
  const problems = before && !isSingle ? updateProblems(after, before) : [];
  if (isSingle && ((after.clusterIPs ?? []).length === 2 || (after.ipFamilies ?? []).length === 2))
    problems.push("spec.ipFamilyPolicy: must be 'RequireDualStack' or 'PreferDualStack' for two families");
  const given = [...(after.ipFamilies ?? [])];
  for (const ip of isHeadless(after) ? [] : (after.clusterIPs ?? []).slice(given.length)) {
    if (!families.includes(familyOf(ip)))
      problems.push(`spec.clusterIPs: ${familyOf(ip)} is not configured on this cluster`);
    given.push(familyOf(ip));
  }
  if (problems.length > 0) return problems;
  const isOfOthersEndpoints = after.clusterIP === 'None' && !hasSelector(after);
  if (!isOfOthersEndpoints) {
    if (after.ipFamilyPolicy === 'RequireDualStack' && families.length < 2)
      problems.push('spec.ipFamilyPolicy: this cluster is not configured for dual-stack services');
    if (given.some((family) => !families.includes(family)))
      problems.push('spec.ipFamilies: not configured on this cluster');
    if (problems.length > 0) return problems;
  }
  const [first = families[0] ?? 'IPv4'] = given;
  const hasBoth = isOfOthersEndpoints || families.length === 2;
  after.ipFamilies =
    given.length < 2 && !isSingle && hasBoth ? [first, otherFamily(first)] : given.length > 0 ? given : [first];
  return [];
}
