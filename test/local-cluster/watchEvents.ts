import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { api, cluster, type ApiObject } from './localCluster';

/** One change that the API server told of. */
export interface WatchEvent<T extends ApiObject> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: T;
  /** the cluster's own count of changes, the same for all kinds: by it events of two watches can be put in order */
  readonly version: number;
}

export interface Watch<T extends ApiObject> {
  readonly events: readonly WatchEvent<T>[];
  readonly stop: () => void;
}

const versionOf = (object: ApiObject): number =>
  Number((object.metadata as { resourceVersion?: string }).resourceVersion);

/**
 * Records every change of a list from now on, what is there already first: unlike looking again and again it misses
 * none.
 * @param path of the list; it may have a query
 */
export async function watchEvents<T extends ApiObject>(path: string): Promise<Watch<T>> {
  const list = await api<{ metadata: { resourceVersion: string }; items: T[] }>('GET', path);
  const events = list.items.map((object): WatchEvent<T> => ({ type: 'ADDED', object, version: versionOf(object) }));
  const url = `${cluster.apiServer}${path}${path.includes('?') ? '&' : '?'}watch=1&resourceVersion=${list.metadata.resourceVersion}`;
  // the certificate is the local cluster's own, the address is loopback
  const options = { headers: { Authorization: `Bearer ${cluster.users.admin ?? ''}` }, rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const take = (response: IncomingMessage) => {
      if (response.statusCode !== 200) return reject(new Error(`watch ${path}: ${response.statusCode ?? 0}`));
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const lines = `${rest}${text}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const { type, object } = JSON.parse(line) as Omit<WatchEvent<T>, 'version'>;
          events.push({ type, object, version: versionOf(object) });
        }
      });
      resolve({ events, stop: () => request.destroy() });
    };
    const request = url.startsWith('https:') ? httpsGet(url, options, take) : httpGet(url, options, take);
    // also what stop() itself brings about, when the promise has long been settled
    request.on('error', reject);
  });
}
