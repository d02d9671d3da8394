import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { repository } from './folders.mjs';
import { freePort } from './ports.mjs';
import { consoleCommand } from './startOpenshiftConsole.mjs';
import { serveFiles } from './startOpenshiftFiles.mjs';

/** A folder of this test's own; removed at its end. */
function folder() {
  const made = mkdtempSync(path.join(tmpdir(), 'expose-vm-'));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** What oc answers on a cluster that has everything, by the words that follow it. */
const ANSWERS = {
  whoami: 'echo dev',
  'whoami --show-token': 'echo sha256~secret',
  'whoami --show-server': 'echo https://api.example.com:6443',
  'get clusterversion': 'echo 4.21.3',
  'api-resources': 'printf "virtualmachines.kubevirt.io\\n"',
  'get consoleplugins': `echo '${JSON.stringify({
    spec: {
      backend: { service: { name: 'stock', namespace: 'openshift-cnv', port: 9443, basePath: '/' } },
      proxy: [
        {
          alias: 'apiserver',
          authorization: 'UserToken',
          endpoint: { service: { name: 'proxy', namespace: 'openshift-cnv', port: 8080 } },
        },
      ],
    },
  })}'`,
  'port-forward': 'echo "Forwarding from 127.0.0.1:3$$ -> 9443"; exec sleep 60',
};

/**
 * @param {string} name
 * @param {string} body of a shell script
 * @param {string} bin
 */
function executable(name, body, bin) {
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}

/**
 * A folder with an oc that gives these answers, a podman that serves as the console does, and node, for a PATH.
 * @param {{ oc?: Partial<Record<keyof typeof ANSWERS, string>> | 'none', podman?: string | 'none' }} [differences]
 */
function commands({ oc = {}, podman } = {}) {
  const bin = folder();
  for (const [name, from] of [
    ['node', process.execPath],
    ['sleep', '/bin/sleep'],
  ])
    symlinkSync(/** @type {string} */ (from), path.join(bin, /** @type {string} */ (name)));
  if (oc !== 'none') {
    const cases = Object.entries({ ...ANSWERS, ...oc }).sort(([a], [b]) => b.length - a.length);
    executable('oc', `case "$*" in ${cases.map(([words, says]) => `"${words}"*) ${says} ;;`).join('\n')} esac`, bin);
  }
  const run = path.join(bin, 'run.mjs');
  writeFileSync(
    run,
    `import { writeFileSync } from 'node:fs';
     import { createServer } from 'node:http';
     const bridge = Object.entries(process.env).filter(([name]) => name.startsWith('BRIDGE_'));
     const [manifest] = await Promise.all([fetch(process.env.BRIDGE_PLUGINS.split(',')[0].split('=')[1] +
       'plugin-manifest.json').then((answer) => answer.json())]);
     writeFileSync('${bin}/ran.json', JSON.stringify({ args: process.argv.slice(2), manifest,
       bridge: Object.fromEntries(bridge) }));
     const { hostname, port } = new URL(process.env.BRIDGE_LISTEN);
     createServer((request, response) => response.end('ok')).listen(port, hostname);`,
  );
  const serves = `case "$1" in info) exit 0 ;; rm) echo "$*" > '${bin}/removed' ;; *) exec node '${run}' "$@" ;; esac`;
  if (podman !== 'none') executable('podman', podman ?? serves, bin);
  return bin;
}

/**
 * Runs npm run start:openshift with only these commands, until it is ready or has failed.
 * @param {string} bin
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string[]} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
async function start(bin, env = {}, options = []) {
  const built = path.join(bin, 'built');
  mkdirSync(built);
  writeFileSync(path.join(built, 'plugin-manifest.json'), '{"name":"expose-vm"}');
  const PORT = String(await freePort());
  const child = spawn(
    process.execPath,
    [path.join(repository, 'dev/startOpenshift.mjs'), '--built', built, ...options],
    {
      env: { PATH: bin, CI: '1', PORT, ...env },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (output.includes('Ctrl-C stops everything')) child.kill('SIGTERM');
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

const linuxOnly = { skip: process.platform === 'linux' ? false : 'the sample console has no network of its own' };

test(
  'the console runs with the login of oc, our files and the stock plugin, and nothing is left',
  linuxOnly,
  async () => {
    const bin = commands();
    const { code, output } = await start(bin);
    assert.equal(code, 0, output);
    assert.match(output, /The console is ready: http:\/\/localhost:\d+/);
    const { args, bridge, manifest } = JSON.parse(readFileSync(path.join(bin, 'ran.json'), 'utf8'));
    assert.equal(manifest.name, 'expose-vm');
    assert.equal(args.at(-1), 'quay.io/openshift/origin-console:4.21');
    assert.equal(bridge.BRIDGE_K8S_AUTH_BEARER_TOKEN, 'sha256~secret');
    assert.ok(!args.join(' ').includes('secret'), 'the token is in the list of processes');
    assert.equal(bridge.BRIDGE_K8S_MODE_OFF_CLUSTER_ENDPOINT, 'https://api.example.com:6443');
    assert.match(
      bridge.BRIDGE_PLUGINS,
      /^expose-vm=http:\/\/localhost:\d+\/,kubevirt-plugin=https:\/\/localhost:3\d+\/$/,
    );
    assert.equal(bridge.BRIDGE_I18N_NAMESPACES, 'plugin__expose-vm,plugin__kubevirt-plugin');
    const [proxy] = JSON.parse(bridge.BRIDGE_PLUGIN_PROXY).services;
    assert.equal(proxy.consoleAPIPath, '/api/proxy/plugin/kubevirt-plugin/apiserver/');
    assert.equal(proxy.authorize, true);
    assert.match(readFileSync(path.join(bin, 'removed'), 'utf8'), /^rm --force expose-vm-console-\d+$/m);
  },
);

test(
  'without permission for the stock plugin the console runs with ours, and says what is missing',
  linuxOnly,
  async () => {
    const bin = commands({ oc: { 'port-forward': 'echo "pods is forbidden" >&2; exit 1' } });
    const { code, output } = await start(bin);
    assert.equal(code, 0, output);
    assert.match(output, /The pages of VMs are not shown: .*pods is forbidden/);
    const { bridge } = JSON.parse(readFileSync(path.join(bin, 'ran.json'), 'utf8'));
    assert.match(bridge.BRIDGE_PLUGINS, /^expose-vm=[^,]+$/);
    assert.equal(bridge.BRIDGE_PLUGIN_PROXY, undefined);
  },
);

const missing = /** @type {const} */ ([
  ['oc is missing', { oc: 'none' }, /There is no oc command on the PATH/],
  [
    'nobody is logged in',
    { oc: { whoami: 'echo "error: You must be logged in to the server (Unauthorized)" >&2; exit 1' } },
    /oc is not logged in to a cluster \(error: You must be logged in.*run oc login first/,
  ],
  [
    'the login has no token',
    { oc: { 'whoami --show-token': 'echo "error: no token is currently in use" >&2; exit 1' } },
    /The login of dev has no token/,
  ],
  [
    'the cluster is not OpenShift',
    { oc: { 'get clusterversion': `echo "error: the server doesn't have a resource type" >&2; exit 1` } },
    /is not OpenShift/,
  ],
  ['the cluster is too old', { oc: { 'get clusterversion': 'echo 4.18.9' } }, /runs OpenShift 4\.18\.9.*needs 4\.20/],
  ['there is no KubeVirt', { oc: { 'api-resources': 'true' } }, /OpenShift Virtualization is not installed/],
  ['there is no container engine', { podman: 'none' }, /install podman or docker/],
  [
    'the container engine does not work',
    { podman: 'echo "Cannot connect to Podman" >&2; exit 125' },
    /podman does not work \(Cannot connect to Podman\)/,
  ],
  [
    'the image cannot be pulled',
    { podman: '[ "$1" = info ] || { echo "manifest unknown" >&2; exit 125; }' },
    /The console did not start: manifest unknown/,
  ],
]);

for (const [when, differences, sentence] of missing)
  test(`one sentence when ${when}`, async () => {
    const { code, output } = await start(commands(differences));
    assert.equal(code, 1, output);
    assert.match(output, sentence);
    assert.doesNotMatch(output, /at .*\.mjs:\d+/, 'a stack trace');
  });

test('one sentence when the port is in use, with the command for another', async () => {
  const taken = net.createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (taken.address());
  const { code, output } = await start(commands(), { PORT: String(port) });
  taken.close();
  assert.equal(code, 1);
  assert.match(output, new RegExp(`Port ${port} is in use.*npm run start:openshift`));
});

test('an option that is unknown is refused', async () => {
  const { code, output } = await start(commands(), {}, ['--no-such']);
  assert.equal(code, 1);
  assert.match(output, /'--no-such'.*npm run start:openshift -- --help/);
});

test('where a container runs in a virtual machine, it publishes its port to this machine alone', () => {
  for (const [engine, host] of /** @type {const} */ ([
    ['podman', 'host.containers.internal'],
    ['docker', 'host.docker.internal'],
  ])) {
    const { args, env } = consoleCommand({
      engine,
      platform: 'darwin',
      name: 'sample',
      image: 'sample:1',
      port: 9100,
      cluster: { server: 'https://api.example.com', token: 'secret' },
      plugins: [{ name: 'expose-vm', scheme: 'http', port: 9001, basePath: '/' }],
      proxies: [],
    });
    assert.ok(args.includes('--publish=127.0.0.1:9100:9000'));
    assert.ok(!args.includes('--network=host'));
    assert.equal(env.BRIDGE_PLUGINS, `expose-vm=http://${host}:9001/`);
    assert.equal(env.BRIDGE_LISTEN, 'http://0.0.0.0:9000');
  }
});

test('files are served to every origin, and nothing outside their folder', async () => {
  const inside = path.join(folder(), 'dist');
  mkdirSync(inside);
  writeFileSync(path.join(inside, 'plugin-manifest.json'), '{}');
  writeFileSync(path.join(inside, '../secret.json'), '{}');
  const { port, close } = await serveFiles(inside);
  after(close);
  const get = (/** @type {string} */ name) => fetch(`http://127.0.0.1:${port}/${name}`);
  const manifest = await get('plugin-manifest.json');
  assert.equal(manifest.status, 200);
  assert.equal(manifest.headers.get('Access-Control-Allow-Origin'), '*');
  assert.equal(manifest.headers.get('Content-Type'), 'application/json');
  for (const name of ['secret.json', '..%2Fsecret.json', '%2E%2E/secret.json', '%', '']) {
    const answer = await get(name);
    assert.equal(answer.status, 404, name);
  }
});
