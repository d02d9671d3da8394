import { byLabel } from '../objects/draftBuilders';
import { expect, test } from '../local-cluster/clusterTest';
import { expectType, TYPES_ON_CLUSTER, type SelectedBy, type TypeName } from '../local-cluster/serviceTypes';
import { makeVm } from '../local-cluster/vms';
import { SERVICE, TIER, VM } from '../local-cluster/waysToSelect';
import { draftFor, expose, judge, stepsNow } from './runs';

/** Every type, found by the VM itself and by a label: planned, applied, and held against API server and DNS server. */
const combinations = (Object.keys(TYPES_ON_CLUSTER) as TypeName[]).flatMap((name) =>
  // an alias is found by nothing, so there is one way only
  (TYPES_ON_CLUSTER[name].isAlias ? (['just this VM'] as const) : (['just this VM', 'by a label'] as const)).map(
    (selectedBy: SelectedBy) => ({ name, selectedBy }),
  ),
);

for (const { name, selectedBy } of combinations) {
  const { draft: changes, isAlias } = TYPES_ON_CLUSTER[name];
  test(`${name}, ${isAlias ? 'no VM' : selectedBy}`, async ({ namespace }) => {
    await makeVm(namespace, VM);
    const selection = selectedBy === 'by a label' ? { selection: byLabel('live', { [TIER.key]: TIER.value }) } : {};
    const draft = draftFor(namespace, VM, { serviceName: SERVICE, ...changes, ...selection });
    await expose(draft);
    await expectType(namespace, name, selectedBy);
    if (!isAlias) expect((await judge(namespace, VM, SERVICE)).verdict).toBe('reachable');
    expect(await stepsNow(draft)).toEqual([]);
  });
}

test.afterAll(() => {
  if (test.info().parallelIndex !== 0) return;
  console.log(`figure: types of Service and ways to find the VM on the cluster: ${combinations.length}`);
});
