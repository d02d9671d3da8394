/**
 * npm test: sets up what is missing, checks and tests everything, and says at the end how much of it passed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { cache } from './folders.mjs';
import { sizeTable } from './plugin.mjs';
import { stopEverything } from './processes.mjs';
import { elapsed, Progress } from './progress.mjs';
import { stages } from './stages.mjs';
import { onStopSignal } from './stopSignals.mjs';
import { closingLine, countsOfOutcome, figuresOf, table, total } from './testReport.mjs';
import { TestSetup } from './testSetup.mjs';
import { checkNode } from './versions.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./testReport.mjs').Row} Row */

const parts = ['all', 'unit', 'e2e', 'lint', 'build', 'go'];
const usage = `Usage: npm test -- [${parts.join(' | ')}] [arguments]

  all    everything (the default)
  unit   jest, and the tests of dev/ and test/console; arguments are jest's, which then runs alone
  e2e    the browser tests; arguments are Playwright's
  lint   types, eslint, stylelint, unused code, translations
  build  the plugin as it is shipped, with the sizes of its files
  go     the local cluster's and the chart's own tests

The output of every tool is kept in ${cache}/log.`;

/**
 * @param {string[]} args
 * @returns {{ chosen: Stage[], part: string, more: string[] }} more: arguments for the tool itself
 * @throws {Failure} when there is no such part, or no tool for the arguments
 */
function choose([part = 'all', ...rest]) {
  if (!parts.includes(part)) throw new Failure(`There is no part "${part}": npm test -- --help lists them.`);
  const more = rest[0] === '--' ? rest.slice(1) : rest;
  const ofPart = stages.filter((stage) => part === 'all' || stage.parts.includes(part));
  if (more.length === 0) return { chosen: ofPart, part, more };
  const chosen = part === 'all' ? [] : ofPart.filter(({ takesArguments }) => takesArguments);
  if (chosen.length === 0) throw new Failure(`"${part}" takes no arguments, and was given ${more.join(' ')}.`);
  return { chosen, part, more };
}

/**
 * @param {Stage} stage
 * @param {TestSetup} setup
 * @param {string[]} more
 * @returns {Promise<Row>}
 */
async function runStage(stage, setup, more) {
  const began = Date.now();
  let outcome;
  try {
    outcome = await stage.work(setup, more);
  } catch (error) {
    outcome = { code: 1, output: error instanceof Failure ? withLog(error) : String(/** @type {Error} */ (error).stack) };
  }
  const seconds = (Date.now() - began) / 1000;
  const counts = countsOfOutcome(outcome);
  const isGreen = counts.failed === 0;
  const numbers = outcome.counts ? `: ${closingLine(counts)}` : '';
  if (!isGreen || more.length > 0) {
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
 * @param {Stage[]} chosen
 * @param {TestSetup} setup
 * @param {string[]} more
 * @returns {Promise<Row[]>} in the order of the stages
 */
async function runStages(chosen, setup, more) {
  /** @type {Map<Stage, Row>} */
  const rows = new Map();
  const lane = async (/** @type {Stage['lane']} */ name) => {
    for (const stage of chosen.filter((one) => one.lane === name)) rows.set(stage, await runStage(stage, setup, more));
  };
  await Promise.all([lane('pages'), lane('go')]);
  await lane('browser');
  return chosen.flatMap((stage) => rows.get(stage) ?? []);
}

const progress = new Progress();
const stopAsked = new Promise((resolve) => onStopSignal(() => resolve('stop')));
/** @type {string | undefined} */
let lastWord;

try {
  const [first] = process.argv.slice(2);
  if (first === '--help' || first === '-h') {
    console.log(usage);
    process.exit(0);
  }
  checkNode();
  const { chosen, part, more } = choose(process.argv.slice(2));
  const result = await Promise.race([runStages(chosen, new TestSetup(progress), more), stopAsked]);
  if (result === 'stop') {
    progress.say('Stopping …');
    progress.mute();
    process.exitCode = 130;
  } else {
    const rows = /** @type {Row[]} */ (result);
    const counts = total(rows);
    if (part === 'build' && counts.failed === 0) progress.say(sizeTable());
    progress.say(`\n${table(rows)}\n`);
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
