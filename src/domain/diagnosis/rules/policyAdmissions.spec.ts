import { aStoppedVm } from '../../../../test/objects/builders';
import { aReachedVm, aSituation } from '../../../../test/objects/diagnosis';
import { aPolicy } from '../../../../test/objects/networkBuilders';
import { admissionsOf, targetsOf } from './policyAdmissions';

it('a pod that runs has the labels that it has; of one that is yet to come there are two possibilities', () => {
  expect(targetsOf(aSituation(aReachedVm())).map(({ labels }) => labels)).toMatchObject([{ tier: 'backend' }]);
  const ids = targetsOf(aSituation(aStoppedVm())).map(({ labels }) => labels['vmi.kubevirt.io/id']);
  expect(ids).toEqual([undefined, 'backendvm']);
});

it("says what is allowed on each of the Service's ports, and nothing while policies were not read", () => {
  const situation = aSituation(aReachedVm());
  expect(admissionsOf({ ...situation, networkPolicies: undefined })).toEqual([]);
  expect(admissionsOf({ ...situation, networkPolicies: [aPolicy()] })).toMatchObject([
    { port: { port: 8080, protocol: 'TCP' }, sources: { 'same-namespace': 'blocked' } },
  ]);
});

it("keeps an outside client's address with externalTrafficPolicy Local", () => {
  const kept = (externalTrafficPolicy: string) =>
    targetsOf(aSituation(aReachedVm(), { type: 'NodePort', externalTrafficPolicy }))[0]?.keepsClientAddress;
  expect([kept('Local'), kept('Cluster')]).toEqual([true, false]);
});
