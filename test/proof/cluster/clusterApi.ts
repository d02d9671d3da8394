import { readFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';

/** How the local cluster says where it is and what it has. */
export interface ClusterFile {
  readonly apiServer: string;
  readonly caFile: string;
  readonly users: Readonly<Record<string, string>>;
  readonly dataPath?: {
    readonly socket: string;
    readonly whyNot: string;
    readonly enforcesPolicies: boolean;
    readonly whyNoPolicies: string;
  };
}

/** An answer of the API server that was not wanted, as the console's requests reject with it. */
class Refused extends Error {
  readonly json: unknown;

  constructor(
    call: string,
    readonly code: number,
    text: string,
  ) {
    super(`${call}: ${code} ${text.slice(0, 500)}`);
    this.json = text.startsWith('{') ? JSON.parse(text) : undefined;
  }
}

/** The API server of a running local cluster, asked as its administrator over a few connections that stay open. */
export class ClusterApi {
  readonly file: ClusterFile;
  readonly #agent: https.Agent;
  readonly #ca: Buffer;

  /** @param clusterJson the file that the cluster writes when it is ready */
  constructor(clusterJson: string) {
    this.file = JSON.parse(readFileSync(clusterJson, 'utf8')) as ClusterFile;
    this.#ca = readFileSync(path.resolve(path.dirname(clusterJson), this.file.caFile));
    this.#agent = new https.Agent({ keepAlive: true, maxSockets: 12, ca: this.#ca });
  }

  /** Ends the connections. */
  close(): void {
    this.#agent.destroy();
  }

  /**
   * Sends one request; a patch that is a list is a JSON patch, another one a merge patch.
   * @returns what the API server answers
   * @throws an error with the code unless it is a success, or one of the codes that are accepted
   */
  async send<T = unknown>(method: string, where: string, body?: unknown, accept: readonly number[] = []): Promise<T> {
    const kind = method !== 'PATCH' ? 'json' : Array.isArray(body) ? 'json-patch+json' : 'merge-patch+json';
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const { code, text } = await this.#exchange(method, where, `application/${kind}`, sent);
    if (!(code >= 200 && code < 300) && !accept.includes(code)) throw new Refused(`${method} ${where}`, code, text);
    return (text === '' ? {} : JSON.parse(text)) as T;
  }

  /** All objects of a collection. */
  async list<T>(where: string): Promise<readonly T[]> {
    return (await this.send<{ items: T[] }>('GET', where)).items;
  }

  /**
   * Follows a watch.
   * @param take gets each event
   * @param end is called once, when the watch is over
   * @returns what ends it
   */
  follow<T>(where: string, take: (event: T) => void, end: () => void): () => void {
    const headers = { Authorization: `Bearer ${this.file.users.admin ?? ''}` };
    const request = https.get(new URL(where, this.file.apiServer), { headers, ca: this.#ca });
    request.on('error', () => undefined);
    request.on('close', end);
    request.on('response', (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('error', () => undefined);
      response.on('data', (text: string) => {
        const lines = `${rest}${text}`.split('\n');
        rest = lines.pop() ?? '';
        lines.filter((line) => line !== '').forEach((line) => take(JSON.parse(line) as T));
      });
    });
    return () => request.destroy();
  }

  #exchange(
    method: string,
    where: string,
    contentType: string,
    body: string | undefined,
  ): Promise<{ code: number; text: string }> {
    const headers = {
      Authorization: `Bearer ${this.file.users.admin ?? ''}`,
      ...(body === undefined ? {} : { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const request = https.request(new URL(where, this.file.apiServer), { method, headers, agent: this.#agent });
      request.on('error', reject);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve({ code: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      });
      request.end(body);
    });
  }
}
