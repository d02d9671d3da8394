/**
 * Where the files of each plugin come from: a folder with its build output, or the address of a
 * development server.
 */
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';

const PLUGIN_NAMESPACE = 'plugin__';
const isAddress = (source) => /^https?:\/\//.test(source);

export class PluginSources {
  #sources;
  #files;

  /**
   * @param {Record<string, string>} sources plugin name to folder or URL
   * @param {import('./staticFiles.mjs').StaticFiles} files
   * @throws {Error} a folder without a manifest, in one sentence
   */
  constructor(sources, files) {
    this.#sources = new Map(Object.entries(sources));
    this.#files = files;
    for (const [name, source] of this.#sources) {
      if (!isAddress(source) && !fs.existsSync(path.join(source, 'plugin-manifest.json'))) {
        throw new Error(
          `Plugin ${name}: there is no plugin-manifest.json in ${path.resolve(source)}; build the plugin first.`,
        );
      }
    }
  }

  get names() {
    return [...this.#sources.keys()];
  }

  /** Languages some plugin has texts in; only folders can tell. English is always one. */
  get languages() {
    const found = new Set(['en']);
    for (const source of this.#sources.values()) {
      const locales = path.join(source, 'locales');
      if (!isAddress(source) && fs.existsSync(locales)) {
        fs.readdirSync(locales).forEach((language) => found.add(language));
      }
    }
    return [...found];
  }

  /**
   * Answers `/api/plugins/NAME/PATH`.
   *
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   * @param {string} name
   * @param {string} urlPath beginning with a slash
   */
  async send(request, response, name, urlPath) {
    const source = this.#sources.get(name);
    if (source === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`no plugin ${name}`);
    } else if (isAddress(source)) {
      relay(request, response, new URL(source.replace(/\/$/, '') + urlPath));
    } else {
      await this.#files.send(request, response, source, urlPath);
    }
  }

  /**
   * Answers `/locales/resource.json?lng=…&ns=plugin__NAME` from the plugin's `locales/LNG/NS.json`. The
   * console's own namespaces are empty: its texts are English here.
   *
   * @param {http.IncomingMessage} request
   * @param {http.ServerResponse} response
   * @param {URLSearchParams} query
   */
  async sendTexts(request, response, query) {
    const language = query.get('lng') ?? '';
    const namespace = query.get('ns') ?? '';
    const name = namespace.slice(PLUGIN_NAMESPACE.length);
    if (!/^[\w-]+$/.test(language)) {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end('lng is not a language');
    } else if (!namespace.startsWith(PLUGIN_NAMESPACE)) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    } else {
      await this.send(request, response, name, `/locales/${language}/${encodeURIComponent(namespace)}.json`);
    }
  }
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {URL} target
 */
function relay(request, response, target) {
  const client = target.protocol === 'https:' ? https : http;
  const headers = {
    accept: request.headers.accept ?? '*/*',
    'accept-encoding': request.headers['accept-encoding'] ?? 'identity',
  };
  const outgoing = client.request(target, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', (error) => {
    if (response.headersSent) {
      response.destroy();
    } else {
      response.writeHead(502, { 'Content-Type': 'text/plain' }).end(`${target.origin}: ${error.message}`);
    }
  });
  response.on('close', () => outgoing.destroy());
  outgoing.end();
}
