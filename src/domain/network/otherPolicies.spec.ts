import { foundPolicies, unreadKinds } from './otherPolicies';

const of = (kind: string, names?: readonly string[]) => ({ kind, resource: `${kind.toLowerCase()}s`, names });
const POLICIES = [of('Cilium', ['a']), of('Istio', []), of('Admin')];

it('tells those that there are from those that were not read', () => {
  expect(foundPolicies(POLICIES).map(({ kind }) => kind)).toEqual(['Cilium']);
  expect(unreadKinds(POLICIES)).toEqual(['Admin']);
});

it('knows of none while the kinds are not known', () => {
  expect([foundPolicies(undefined), unreadKinds(undefined)]).toEqual([[], undefined]);
});
