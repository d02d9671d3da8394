import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePsLine, parseStat, processTree, stillRunning } from './processTable.mjs';

/** @param {[pid: number, parent: number, group: number][]} rows */
const processes = (rows) => rows.map(([pid, parent, group]) => ({ pid, parent, group, started: `${pid}`, ended: false }));

test('a line of /proc/PID/stat is read though the command contains blanks and parentheses', () => {
  const line = '4242 (a (b) c) S 1 4000 4000 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1 2 3';
  assert.deepEqual(parseStat(line), { pid: 4242, parent: 1, group: 4000, started: '987654', ended: false });
  assert.equal(parseStat(line.replace(') S', ') Z')).ended, true);
});

test('a line of ps is read', () => {
  const line = '  501     1   501 Ss   Mon Jan  5 10:11:12 2026';
  assert.deepEqual(parsePsLine(line), { pid: 501, parent: 1, group: 501, started: 'Mon Jan 5 10:11:12 2026', ended: false });
});

test('a tree has children, grandchildren, and those of the group whose parent has ended; nobody else', () => {
  const all = processes([
    [1, 0, 1],
    [10, 1, 10], // the root
    [11, 10, 10],
    [12, 11, 12], // has a group of its own
    [13, 12, 12],
    [14, 1, 10], // orphaned
    [15, 14, 15],
    [20, 1, 20], // a stranger
    [21, 20, 20],
  ]);
  assert.deepEqual(processTree(10, all).map(({ pid }) => pid).sort(), [10, 11, 12, 13, 14, 15]);
});

test('a number that belongs to a new process is not the old one', () => {
  const [me] = processTree(process.pid);
  assert.ok(me);
  assert.equal(stillRunning([me]).length, 1);
  assert.equal(stillRunning([{ ...me, started: 'earlier' }]).length, 0);
});
