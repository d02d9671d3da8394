/**
 * Reads one context of a kubeconfig file: where the API server is, and how to prove who is asking.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const run = promisify(execFile);

/**
 * @param {string} file
 * @param {string} [contextName] the current context unless given
 * @returns {import('./apiProxy.mjs').ApiServer}
 * @throws {Error} in one sentence: nothing of that name, or a way to authenticate that is not supported
 */
export function readKubeconfig(file, contextName) {
  const config = parse(fs.readFileSync(file, 'utf8')) ?? {};
  const wanted = contextName ?? config['current-context'];
  if (!wanted) {
    throw new Error(`${file} has no current context; name one with --context.`);
  }
  const context = named(config.contexts, wanted, 'context', file).context;
  const cluster = named(config.clusters, context.cluster, 'cluster', file).cluster;
  const user = named(config.users, context.user, 'user', file).user ?? {};
  if (cluster['proxy-url']) {
    throw new Error(
      `${file}: cluster ${context.cluster} is behind a proxy (proxy-url), which the stand-in does not support.`,
    );
  }
  const folder = path.dirname(path.resolve(file));
  return {
    server: cluster.server,
    ca: pem(cluster, 'certificate-authority', folder),
    insecureSkipTlsVerify: cluster['insecure-skip-tls-verify'] === true,
    serverName: cluster['tls-server-name'],
    users: { [context.user]: credentialsOf(user, folder, `${file}: user ${context.user}`) },
  };
}

/**
 * @param {{name: string}[] | undefined} entries
 * @param {string} name
 * @param {string} what
 * @param {string} file
 */
function named(entries, name, what, file) {
  const found = entries?.find((entry) => entry.name === name);
  if (!found) {
    throw new Error(
      `${file} has no ${what} named ${name}; it has ${entries?.map((entry) => entry.name).join(', ') || 'none'}.`,
    );
  }
  return found;
}

/** A value that is either inline (base64, `-data`) or in a file named relative to the kubeconfig. */
function pem(holder, key, folder) {
  if (holder[`${key}-data`]) {
    return Buffer.from(holder[`${key}-data`], 'base64');
  }
  return holder[key] ? fs.readFileSync(path.resolve(folder, holder[key])) : undefined;
}

/**
 * @param {Record<string, unknown>} user
 * @param {string} folder
 * @param {string} where for the error sentence
 * @returns {import('./apiProxy.mjs').Credentials}
 */
function credentialsOf(user, folder, where) {
  if (user.tokenFile && !user.token) {
    const tokenFile = path.resolve(folder, user.tokenFile);
    // Read again for every request: such files are rotated.
    return { refresh: async () => ({ token: fs.readFileSync(tokenFile, 'utf8').trim() }) };
  }
  if (user.exec) {
    return { refresh: fromPlugin(user.exec, folder) };
  }
  const cert = pem(user, 'client-certificate', folder);
  if (user.token || cert) {
    return { token: user.token, cert, key: pem(user, 'client-key', folder) };
  }
  if (user['auth-provider']) {
    throw new Error(
      `${where} uses an auth-provider, which Kubernetes removed; use a credential plugin (exec) or a token.`,
    );
  }
  if (user.username) {
    throw new Error(`${where} has a user name and a password, which API servers no longer accept; use a token.`);
  }
  throw new Error(`${where} has no credentials the stand-in knows (token, tokenFile, client certificate, exec).`);
}

/**
 * Runs a credential plugin and keeps its answer until shortly before it expires.
 *
 * @param {{apiVersion: string, command: string, args?: string[], env?: {name: string, value: string}[]}} exec
 * @param {string} folder a command with a path is relative to the kubeconfig
 */
function fromPlugin(exec, folder) {
  const command = exec.command.includes('/') ? path.resolve(folder, exec.command) : exec.command;
  const info = { apiVersion: exec.apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
  const env = {
    ...process.env,
    ...Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value])),
    KUBERNETES_EXEC_INFO: JSON.stringify(info),
  };
  let known;
  let expires = 0;
  const ask = async () => {
    const { stdout } = await run(command, exec.args ?? [], { env });
    const { status = {} } = JSON.parse(stdout);
    expires = status.expirationTimestamp ? Date.parse(status.expirationTimestamp) - 10_000 : Infinity;
    return { token: status.token, cert: status.clientCertificateData, key: status.clientKeyData };
  };
  return () => {
    if (!known || Date.now() > expires) {
      // Requests that come meanwhile wait for the same run; a failed run is tried again by the next.
      expires = Infinity;
      known = ask().catch((error) => {
        known = undefined;
        throw new Error(`The credential plugin ${exec.command} failed: ${error.message}`);
      });
    }
    return known;
  };
}
