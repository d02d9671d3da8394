import fc from 'fast-check';
import { plainExposedVms } from '../../../test/objects/plainExposed';
import { anyListEvents } from '../../../test/random/anyExposedLists';
import { ListsOverTime } from '../../../test/random/listsOverTime';
import type { ExposedRow } from './exposedList';
import { exposedVms } from './exposedVms';

const SEED = 20260801;
const RUNS = 120;

describe('exposedVms', () => {
  it('says after any events what the plain nested loop says of what is there', () => {
    let rows = 0;
    let kept = 0;
    fc.assert(
      fc.property(anyListEvents, (events) => {
        const world = new ListsOverTime();
        const list = exposedVms();
        let before: readonly ExposedRow[] = [];
        for (const event of events) {
          world.happen(event);
          const found = list(world.lists());
          expect(found).toEqual(plainExposedVms(world.lists()));
          rows += found.rows.length;
          kept += found.rows.filter((row) => before.includes(row)).length;
          before = found.rows;
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(rows).toBeGreaterThan(RUNS * 8);
    console.log(`figure: ${rows} rows after random events, ${((100 * kept) / rows).toFixed(0)} % of them kept`);
  });
});
