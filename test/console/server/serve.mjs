/**
 * The server of the console stand-in: what the console's backend does for plugins, for one person on
 * one machine. Run it with `--help` for the command line.
 */
import http from 'node:http';
import { pathToFileURL } from 'node:url';
import { API_PREFIX, ApiProxy } from './apiProxy.mjs';
import { readCommandLine, USAGE } from './commandLine.mjs';
import { builtHost, generationOf, patternFlyStyles } from './generations.mjs';
import { pageShell } from './pageShell.mjs';
import { PluginSources } from './pluginSources.mjs';
import { CSRF_COOKIE, CsrfGuard, isOwnHost, userOf } from './session.mjs';
import { StaticFiles } from './staticFiles.mjs';

/**
 * @typedef {object} ConsoleOptions
 * @property {number} port 0 chooses a free one
 * @property {string} [host] address to listen on
 * @property {import('./apiProxy.mjs').ApiServer} api
 * @property {string} [defaultUser] who acts when the browser chose nobody; the first one unless given
 * @property {Record<string, string>} plugins plugin name to build folder or development server URL
 * @property {string} [releaseVersion] the console's version, which decides what it has and what plugins see
 */

/**
 * Starts the stand-in.
 *
 * @param {ConsoleOptions} options
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 * @throws {Error} in one sentence: the port is in use, there is no user, a plugin is not built
 */
export async function startConsole(options) {
  const { port, host = '127.0.0.1', api, plugins, releaseVersion = '4.22.0' } = options;
  const generation = generationOf(releaseVersion);
  const hostFiles = builtHost(generation);
  const styles = patternFlyStyles(generation);
  const userNames = Object.keys(api.users);
  const defaultUser = options.defaultUser ?? userNames[0];
  if (!Object.hasOwn(api.users, defaultUser ?? '')) {
    throw new Error(`There is no user ${defaultUser ?? ''} among ${userNames.join(', ') || 'none'}.`);
  }
  const files = new StaticFiles();
  const sources = new PluginSources(plugins, files);
  const proxy = new ApiProxy(api);
  const csrf = new CsrfGuard();
  const currentUser = (request) => userOf(request, api.users, defaultUser);

  const sendPage = (request, response) => {
    const page = pageShell({
      basePath: '/',
      releaseVersion,
      consolePlugins: sources.names,
      i18nNamespaces: sources.names.map((name) => `plugin__${name}`),
      k8sMode: 'off-cluster',
      userSettingsLocation: 'localstorage',
      // Not the real console's: what the stand-in's own switches offer.
      standIn: { user: currentUser(request), users: userNames, languages: sources.languages, apiServer: proxy.origin },
    });
    const cookie = `${CSRF_COOKIE}=${csrf.token}; Path=/; SameSite=Strict`;
    response.writeHead(200, { ...page.headers, 'Set-Cookie': cookie }).end(page.body);
  };

  /** @type {http.RequestListener} */
  const answer = async (request, response) => {
    if (!isOwnHost(request.headers.host, host)) {
      refuse(response, 403, 'this name is not served here');
      return;
    }
    if (!csrf.allows(request)) {
      refuse(response, 403, 'invalid CSRFToken');
      return;
    }
    // The raw path: URL() would resolve "..", and what it resolves to may belong to another handler.
    const [urlPath, query = ''] = (request.url ?? '/').split('?', 2);
    const plugin = /^\/api\/plugins\/([^/]+)(\/.*)$/.exec(urlPath);
    if (urlPath.startsWith(`${API_PREFIX}/`)) {
      await proxy.forward(request, response, currentUser(request));
    } else if (plugin) {
      await sources.send(request, response, plugin[1], plugin[2]);
    } else if (urlPath === '/locales/resource.json') {
      await sources.sendTexts(request, response, new URLSearchParams(query));
    } else if (urlPath.startsWith('/static/')) {
      await files.send(request, response, hostFiles, urlPath.slice('/static'.length));
    } else if (urlPath.startsWith('/patternfly/')) {
      await files.send(request, response, styles, urlPath.slice('/patternfly'.length));
    } else if (urlPath.startsWith('/api/')) {
      refuse(response, 404, 'the stand-in has no such API');
    } else {
      sendPage(request, response);
    }
  };

  const server = http.createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error) => {
      if (response.headersSent) {
        response.destroy();
      } else {
        refuse(response, 500, String(error?.message ?? error));
      }
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const ownPage =
      URL.canParse(request.headers.origin ?? '') && new URL(request.headers.origin).host === request.headers.host;
    if (!ownPage || !isOwnHost(request.headers.host, host) || !request.url?.startsWith(`${API_PREFIX}/`)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    proxy.upgrade(request, socket, head, currentUser(request)).catch(() => socket.destroy());
  });

  await listen(server, port, host);
  const address = server.address();
  const shownHost = host === '127.0.0.1' ? 'localhost' : host;
  return {
    url: `http://${shownHost}:${typeof address === 'object' && address ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        proxy.close();
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {string} reason
 */
function refuse(response, status, reason) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(reason);
}

/**
 * @param {http.Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        inUse
          ? new Error(`Port ${port} on ${host} is in use by another program; stop it or choose another port.`)
          : error,
      );
    });
    server.listen(port, host, () => resolve());
  });
}

/** Runs the command line until Ctrl-C. */
async function main() {
  const options = await readCommandLine(process.argv.slice(2));
  if (!options) {
    console.log(USAGE);
    return;
  }
  const running = await startConsole(options);
  console.log(
    `Console stand-in: ${running.url}  (API server ${options.api.server}, plugins: ${Object.keys(options.plugins).join(', ') || 'none'})`,
  );
  const stop = () => void running.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
