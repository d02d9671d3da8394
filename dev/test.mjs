/**
 * npm test: sets up what is missing, checks and tests everything, and says at the end how much of it passed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { changedFiles } from './changedFiles.mjs';
import { Failure } from './failure.mjs';
import { cache } from './folders.mjs';
import { sizeTable } from './plugin.mjs';
import { stopEverything } from './processes.mjs';
import { processorsSince, processorTime } from './processorTime.mjs';
import { ProgramTime } from './programTime.mjs';
import { elapsed, Progress } from './progress.mjs';
import { stages } from './stages.mjs';
import { onStopSignal } from './stopSignals.mjs';
import { closingLine, countsOfOutcome, figuresOf, table, total } from './testReport.mjs';
import { TestSetup } from './testSetup.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./testReport.mjs').Row} Row */

const nameOf = (/** @type {Stage} */ { title }) => title.replaceAll(' ', '-');

const usage = `Usage: npm test -- [PART] [arguments]

  all         everything (the default)
  changed     in two minutes, without a cluster or a browser, what can be broken by the files that differ from origin/main
  unit        jest, and the tests of dev/ and test/console; arguments are jest's, which then runs alone
  lint        ${stages
    .filter(({ parts }) => parts.includes('lint'))
    .map(nameOf)
    .join(', ')}
  build       the plugin as it is shipped, with the sizes of its files
  go          the local cluster's and the chart's own tests, and the lint of the workflows
  on-cluster  the product on the local cluster, without a browser; arguments are Playwright's
  proof       what the product says, held against dials in the local cluster; arguments are those of npm run prove
  e2e         the browser tests in the console 4.22; arguments are Playwright's
  generations those that every console has to pass, in 4.20, 4.21 and 5.0; arguments are Playwright's
  installing  what the release file and the chart install, in a browser; arguments are Playwright's

or one stage alone: ${stages.map(nameOf).join(', ')}.

The output of every tool is kept in ${cache}/log.`;

/**
 * @typedef {{ stage: Stage, more: string[] }} Chosen more: arguments for the tool itself
 * @param {string[]} args
 * @returns {Chosen[]} none when nothing has changed
 * @throws {Failure} when there is no such part, or no tool for the arguments
 */
function choose([part = 'all', ...rest]) {
  const more = rest[0] === '--' ? rest.slice(1) : rest;
  const ofPart = part === 'changed' ? ofChanged(changedFiles()) : ofName(part).map((stage) => ({ stage, more: [] }));
  if (more.length === 0) return ofPart;
  const takers = part === 'all' || part === 'changed' ? [] : ofPart.filter(({ stage }) => stage.takesArguments);
  if (takers.length === 0) throw new Failure(`"${part}" takes no arguments, and was given ${more.join(' ')}.`);
  return takers.map(({ stage }) => ({ stage, more }));
}

/**
 * @param {string} part or the name of a stage
 * @throws {Failure} when there is none
 */
function ofName(part) {
  if (part === 'all') return stages;
  const found = stages.filter((stage) => stage.parts.includes(part) || nameOf(stage) === part);
  if (found.length === 0) throw new Failure(`There is no part "${part}". To list the parts: npm test -- --help.`);
  return found;
}

/**
 * @param {string[]} files
 * @returns {Chosen[]}
 */
function ofChanged(files) {
  return stages.flatMap((stage) => {
    const more = stage.changed?.(files);
    return more ? [{ stage, more }] : [];
  });
}

/**
 * @param {Chosen} chosen
 * @param {TestSetup} setup
 * @param {boolean} isAlone its output is shown also when it is green
 * @returns {Promise<Row>}
 */
async function runStage({ stage, more }, setup, isAlone) {
  const began = Date.now();
  let outcome;
  try {
    outcome = await stage.work(setup, more);
  } catch (error) {
    outcome = {
      code: 1,
      output: error instanceof Failure ? withLog(error) : String(/** @type {Error} */ (error).stack),
    };
  }
  const seconds = (Date.now() - began) / 1000;
  const counts = countsOfOutcome(outcome);
  const isGreen = counts.failed === 0;
  const numbers = outcome.counts ? `: ${closingLine(counts)}` : '';
  if (!isGreen || isAlone) {
    const ranNone = outcome.counts && counts.passed === 0 && outcome.counts.failed === 0 ? '\nIt ran no test.' : '';
    setup.progress.say(`\n──── ${stage.title} ────\n${outcome.output.trimEnd()}${ranNone}\n────`);
  }
  for (const figure of figuresOf(outcome.output)) setup.progress.say(`  · ${figure}`);
  setup.progress.say(`${isGreen ? '✔' : '✘'} ${stage.title}${numbers} (${elapsed(seconds * 1000)})`);
  return { title: stage.title, seconds, ...counts };
}

/** @param {Failure} failure */
function withLog({ message, log }) {
  return log && existsSync(log) ? `${message}\n\n${readFileSync(log, 'utf8')}` : message;
}

/**
 * Two lanes side by side, for two cores: the pages' tools, and Go. Then the browser, alone.
 * @param {Chosen[]} chosen
 * @param {TestSetup} setup
 * @returns {Promise<Row[]>} in the order of the stages
 */
async function runStages(chosen, setup) {
  /** @type {Map<Chosen, Row>} */
  const rows = new Map();
  // what fails here fails again, with its sentence, where the stage asks for it
  for (const { stage } of chosen) stage.prepare?.(setup).catch(() => {});
  const lane = async (/** @type {Stage['lane']} */ name) => {
    for (const one of chosen.filter(({ stage }) => stage.lane === name))
      rows.set(one, await runStage(one, setup, chosen.length === 1));
  };
  await Promise.all([lane('pages'), lane('go')]);
  await lane('browser');
  return chosen.flatMap((one) => rows.get(one) ?? []);
}

const progress = new Progress();
const processorsBefore = processorTime();
const programTime = new ProgramTime();
const stopAsked = new Promise((resolve) => onStopSignal(() => resolve('stop')));
/** @type {string | undefined} */
let lastWord;

try {
  const [first] = process.argv.slice(2);
  if (first === '--help' || first === '-h') {
    console.log(usage);
    process.exit(0);
  }
  const chosen = choose(process.argv.slice(2));
  const result = await Promise.race([runStages(chosen, new TestSetup(progress)), stopAsked]);
  if (result === 'stop') {
    progress.say('Stopping …');
    progress.mute();
    process.exitCode = 130;
  } else {
    const rows = /** @type {Row[]} */ (result);
    const counts = total(rows);
    if (first === 'build' && counts.failed === 0) progress.say(sizeTable());
    if (rows.length === stages.length) {
      progress.say(`  · ${processorsSince(processorsBefore)}`);
      const minutes = programTime.stop();
      if (minutes) progress.say(`  · minutes of them by program: ${minutes}`);
    }
    progress.say(
      rows.length > 0 ? `\n${table(rows)}\n` : 'Nothing to check: no file that these checks read has changed.',
    );
    lastWord = closingLine(counts);
    process.exitCode = counts.failed === 0 ? 0 : 1;
  }
} catch (error) {
  progress.say(error instanceof Failure ? error.message : String(/** @type {Error} */ (error).stack));
  process.exitCode = 1;
}
await stopEverything();
if (lastWord) console.log(lastWord);
process.exit();
