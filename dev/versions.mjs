import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { clusterModule, repository } from './folders.mjs';

/**
 * @param {string} text that contains a version: `v20.19.0`, `go1.26.8`, `>=20`, `go version go1.26rc1 linux/amd64`
 * @returns {[number, number, number] | undefined} major, minor, patch; what is not said is 0
 */
export function parseVersion(text) {
  const match = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : undefined;
}

/**
 * @param {string} found
 * @param {string} wanted the lowest that will do
 * @returns {boolean} false as well when either names no version
 */
export function isAtLeast(found, wanted) {
  const [have, need] = [parseVersion(found), parseVersion(wanted)];
  if (!have || !need) return false;
  for (const part of /** @type {const} */ ([0, 1, 2])) {
    if (have[part] !== need[part]) return have[part] > need[part];
  }
  return true;
}

/**
 * @param {string} found such as `v18.12.0`
 * @param {string} wanted package.json's engines.node, such as `>=20`
 * @returns {string | undefined} what is wrong, if anything
 */
export function nodeProblem(found, wanted) {
  if (isAtLeast(found, wanted)) return undefined;
  return `Node.js ${wanted.replace(/^>=\s*/, '')} or newer is needed and this is ${found.replace(/^v/, '')}: install a newer one, then try again.`;
}

/**
 * @param {string | undefined} found such as `go1.26.8`; undefined when there is no go command
 * @param {string} wanted go.mod's go directive, such as `1.26.0`
 * @returns {string | undefined} what is wrong, if anything
 */
export function goProblem(found, wanted) {
  if (found !== undefined && isAtLeast(found, wanted)) return undefined;
  const have = found === undefined ? 'there is no go command on the PATH' : `this is ${found.replace(/^go/, '')}`;
  return `Go ${wanted} or newer is needed to build the local cluster and ${have}: install it from your system's packages or go.dev, or run against a cluster of your own with npm start -- --kubeconfig FILE.`;
}

/** @throws {Failure} when this Node.js is too old */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  const problem = nodeProblem(process.version, engines.node);
  if (problem) throw new Failure(problem);
}

/** @throws {Failure} when Go is missing or too old */
export function checkGo() {
  const wanted = /^go (\S+)/m.exec(readFileSync(path.join(clusterModule, 'go.mod'), 'utf8'))?.[1] ?? '';
  // asked in the module's folder, because Go may fetch the version that go.mod names
  const problem = goProblem(goVersion(clusterModule) ?? goVersion(tmpdir()), wanted);
  if (problem) throw new Failure(problem);
}

/** @param {string} folder */
function goVersion(folder) {
  try {
    return execFileSync('go', ['env', 'GOVERSION'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // no go command, or one that refuses this go.mod
    return undefined;
  }
}
