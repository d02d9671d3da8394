import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/**
 * A process, recognisable after its number has been given to another one.
 * @typedef {{ pid: number, parent: number, group: number, started: string, ended: boolean }} Process
 */

/** @returns {Process[]} every process that can be seen; Linux is read from /proc, since slim images have no ps */
function allProcesses() {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

function fromProc() {
  /** @type {Process[]} */
  const found = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      found.push(parseStat(readFileSync(`/proc/${name}/stat`, 'utf8')));
    } catch {
      // it ended between the two reads
    }
  }
  return found;
}

/**
 * @param {string} line of /proc/PID/stat: the command's name stands in parentheses and may contain anything
 * @returns {Process}
 */
export function parseStat(line) {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number.parseInt(line, 10),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    started: String(fields[19]),
    ended: fields[0] === 'Z' || fields[0] === 'X',
  };
}

function fromPs() {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,lstart='], { encoding: 'utf8' });
  return listing.trim().split('\n').map(parsePsLine);
}

/**
 * @param {string} line of ps -o pid=,ppid=,pgid=,stat=,lstart=
 * @returns {Process}
 */
export function parsePsLine(line) {
  const [pid, parent, group, state = '', ...started] = line.trim().split(/\s+/);
  return { pid: Number(pid), parent: Number(parent), group: Number(group), started: started.join(' '), ended: state.startsWith('Z') };
}

/**
 * The process, what it started, and what that started: by parent, and by process group for those whose parent has ended.
 * @param {number} root
 * @param {Process[]} [all]
 * @returns {Process[]} those that run, children after their parents
 */
export function processTree(root, all = allProcesses()) {
  const tree = all.filter(({ pid }) => pid === root);
  const known = new Set([root]);
  const add = (/** @type {Process} */ one) => {
    if (known.has(one.pid)) return;
    known.add(one.pid);
    tree.push(one);
  };
  all.filter(({ group }) => group === root).forEach(add);
  // the list grows while it is walked
  for (let next = 0, parents = [root, ...tree.map(({ pid }) => pid)]; next < parents.length; next++) {
    for (const one of all.filter(({ parent }) => parent === parents[next])) {
      if (!known.has(one.pid)) parents.push(one.pid);
      add(one);
    }
  }
  return tree.filter(({ ended }) => !ended);
}

/**
 * @param {number} group
 * @returns {Process[]} those of the group that run, also after the process that it is named after has ended
 */
export function processGroup(group) {
  return allProcesses().filter((one) => one.group === group && !one.ended);
}

/**
 * @param {Process[]} processes as seen earlier
 * @returns {Process[]} those of them that still run; a number given to a new process does not count
 */
export function stillRunning(processes) {
  const now = new Map(allProcesses().map((one) => [one.pid, one]));
  return processes.filter(({ pid, started }) => {
    const one = now.get(pid);
    return one !== undefined && !one.ended && one.started === started;
  });
}
