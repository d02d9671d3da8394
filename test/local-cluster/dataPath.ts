import { request } from 'node:http';
import { expect } from '@playwright/test';
import { api, cluster, paths } from './localCluster';

/** How an attempt to connect went (test/cluster/README.md). */
export interface Attempt {
  readonly outcome: 'answered' | 'refused' | 'timed out' | 'unreachable';
  /** of a page its body, of a name its addresses */
  readonly answer: string;
  readonly error: string;
}

interface Wanted {
  /** `outside`, `node/NAME`, `pod/NAMESPACE/NAME` or `guest/NAMESPACE/POD` */
  readonly from: string;
  readonly network: 'tcp' | 'udp' | 'dns';
  /** `HOST:PORT`, for dns a name */
  readonly address: string;
}

/** Tries to connect from somewhere in the local cluster, which has to have a data path. */
export function dial(wanted: Wanted): Promise<Attempt> {
  const body = JSON.stringify({ ...wanted, timeoutMilliseconds: 2000 });
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: cluster.dataPath.socket, path: '/dial', method: 'POST' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as Attempt);
        else reject(new Error(`${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Makes a pod that does nothing, and waits until it runs; returned as a place to dial from. */
export async function makeClientPod(namespace: string, name: string): Promise<string> {
  await api('POST', paths.pods(namespace), {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: { containers: [{ name: 'client', image: 'toolbox' }] },
  });
  const phase = async () =>
    (await api<{ status: { phase?: string } }>('GET', `${paths.pods(namespace)}/${name}`)).status.phase;
  await expect.poll(phase).toBe('Running');
  return `pod/${namespace}/${name}`;
}
