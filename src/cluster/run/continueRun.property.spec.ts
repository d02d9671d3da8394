/**
 * The property that a run has to hold whatever is there, whatever a person asks for, and whoever else writes meanwhile:
 * it reaches its goal or says what is in the way; at the goal nothing is left to do; it can be taken back; and what
 * others wrote is there all the time.
 */
import fc from 'fast-check';
import { anyCase, figures, holds, kinds } from '../../../test/random/anyRun';

const SEED = Number(process.env.PROPERTY_SEED ?? 20260801);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 600);

it('a run reaches its goal or says why not, is taken back, and leaves what others wrote', async () => {
  await fc.assert(fc.asyncProperty(anyCase, holds), { seed: SEED, numRuns: RUNS });
  process.stdout.write(
    `\nfigure: runs with others at work: ${figures.runs} runs of ${kinds.size} kinds (type before, type after, work, edit, fault): ${figures.done} done, ${figures.stuck} ended with a named conflict, ${figures.refused} refused in Review (seed ${SEED})\n`,
  );
});
