import type { SelectionDraft } from '../../src/domain/draft/draft';
import { timingRefusals } from '../../src/domain/draft/timingRefusals';
import { allRights, byLabel } from '../objects/draftBuilders';
import { expect, test } from '../local-cluster/clusterTest';
import {
  CELLS,
  expectEnd,
  isRefusal,
  prepareVm,
  SERVICE,
  TIER,
  VM,
  type End,
  type Refusal,
  type State,
  type Way,
} from '../local-cluster/waysToSelect';
import { draftFor, expose, judge, planNow, seenNow } from './runs';

/**
 * Every way in which a Service can find a VM, for a VM in each state: planned, applied, and held against the cluster.
 */
const selectionOf = (timing: End['timing']): SelectionDraft =>
  timing ? byLabel(timing, { [TIER.key]: TIER.value }) : { by: 'vm-identity' };

async function expectRefused(namespace: string, { refused }: Refusal): Promise<void> {
  const draft = draftFor(namespace, VM, { serviceName: SERVICE });
  if (refused === 'vm-identity') {
    const problems = [{ code: 'vm.no-identity', field: { at: 'selection' } }];
    return expect(await planNow(draft)).toEqual({ ok: false, problems });
  }
  const { vms } = await seenNow(draft);
  expect(timingRefusals(vms, allRights())[refused]).toEqual({ code: 'not-running', names: [VM] });
}

const cells = Object.entries(CELLS).flatMap(([way, states]) =>
  Object.entries(states).map(([state, cell]) => ({
    way: way as Way,
    state: state as State,
    cell: cell as End | Refusal,
  })),
);

for (const { way, state, cell } of cells) {
  const becomes = isRefusal(cell) ? 'is not open' : ['does what it says', ...cell.codes].join(', ');
  test(`${way}, ${state}: ${becomes}`, async ({ namespace }) => {
    const uidBefore = await prepareVm(namespace, way, state);
    if (isRefusal(cell)) return expectRefused(namespace, cell);
    await expose(draftFor(namespace, VM, { serviceName: SERVICE, selection: selectionOf(cell.timing) }));
    await expectEnd(namespace, way, cell, uidBefore);
    const { verdict, codes } = await judge(namespace, VM, SERVICE);
    expect({ verdict, codes }).toEqual({
      verdict: cell.endpoint === 'ready' ? 'reachable' : 'not-reachable',
      codes: cell.codes,
    });
  });
}

test.afterAll(() => {
  if (test.info().parallelIndex !== 0) return;
  const refused = cells.filter(({ cell }) => isRefusal(cell)).length;
  console.log(`figure: ways to select a VM on the cluster: ${cells.length}, ${refused} of them refused`);
});
