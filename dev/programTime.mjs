import { readFileSync, readdirSync } from 'node:fs';

/**
 * The programs of a test run by their command lines, the first that fits.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const PROGRAMS = [
  [/^\S*(?:chrome|chromium)\b/, 'Chromium'],
  [/playwright/, 'Playwright'],
  [/\/jest/, 'jest'],
  [/webpack|server\/build\.mjs/, 'webpack'],
  [/server\/serve\.mjs/, 'console stand-in'],
  [/\/prove\.mjs/, 'proof'],
  [/^npm (?:ci|install)/, 'npm ci'],
  [/\/cluster (?:up|controlplane) /, 'control plane'],
  [/\/cluster /, 'nodes'],
  [/\/kubevirt /, 'KubeVirt'],
  [/^(?:\S*\/)?go |\/pkg\/tool\//, 'Go'],
  [/\/(?:eslint|oxlint|tsgolint|prettier|cspell|knip|stylelint|tsc|i18next-cli)\b/, 'lint and types'],
];

/** What begins and ends in between is missed; to look more often would cost more than that. */
const EVERY_MS = 2000;
/** Into how many parts of a second Linux counts a process' time (USER_HZ). */
const TICKS = 100;

/**
 * @param {string} commandLine its parts, with spaces between them
 * @returns {string} the program, for people: the name of its file where it is none of those that are known
 */
export function programOf(commandLine) {
  const known = PROGRAMS.find(([pattern]) => pattern.test(commandLine));
  return known?.[1] ?? commandLine.split(' ')[0]?.split('/').at(-1) ?? '';
}

/** How long the processors work for each program from now on, as Linux tells it; other systems tell nothing. */
export class ProgramTime {
  /** @type {Map<string, { program: string, before: number, seconds: number }>} by pid and start */
  #processes = new Map();
  #timer;

  constructor() {
    this.#look();
    for (const one of this.#processes.values()) one.before = one.seconds;
    this.#timer = setInterval(() => this.#look(), EVERY_MS).unref();
  }

  /** @returns {string} the minutes of each program, the most first; empty where nothing is known */
  stop() {
    clearInterval(this.#timer);
    this.#look();
    /** @type {Map<string, number>} */
    const minutes = new Map();
    for (const { program, before, seconds } of this.#processes.values())
      minutes.set(program, (minutes.get(program) ?? 0) + (seconds - before) / 60);
    return [...minutes]
      .filter(([, time]) => time >= 0.05)
      .sort(([, a], [, b]) => b - a)
      .map(([program, time]) => `${program} ${time.toFixed(1)}`)
      .join(', ');
  }

  #look() {
    for (const pid of ifThere(() => readdirSync('/proc'))?.filter((name) => /^\d+$/.test(name)) ?? []) {
      const stat = ifThere(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
      // the kernel's own threads have none; a process has that of its parent until it runs a program of its own
      const commandLine = ifThere(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      if (!stat || !commandLine) continue;
      // the third field and those that follow (proc(5)): the name before them may hold anything
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS;
      const key = `${pid} ${fields[19]}`;
      const before = this.#processes.get(key)?.before ?? 0;
      this.#processes.set(key, { program: programOf(commandLine.replaceAll('\0', ' ')), before, seconds });
    }
  }
}

/**
 * @template T
 * @param {() => T} read
 * @returns {T | undefined} undefined for a process that has gone, and for what this system does not have
 */
function ifThere(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
