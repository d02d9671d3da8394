import http from 'node:http';
import { manyAtATime } from './manyAtATime';

/** One attempt to reach something, from somewhere in the local cluster. */
export interface Dial {
  /** `outside`, `node/NAME`, `pod/NAMESPACE/NAME` or `guest/NAMESPACE/POD` */
  readonly from: string;
  readonly network: 'tcp' | 'udp' | 'dns';
  /** `HOST:PORT`; of DNS the name */
  readonly address: string;
  readonly timeoutMilliseconds: number;
}

/** How it went: answered only when the server said something. */
export interface Dialled {
  readonly outcome: 'answered' | 'refused' | 'timed out' | 'unreachable';
  readonly answer: string;
  readonly error: string;
}

/** So many dials are open at a time; the cluster takes a few hundred. */
const AT_A_TIME = 100;

/** The local cluster's data path, by its socket. */
export class DataPath {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  readonly #inTurn = manyAtATime(AT_A_TIME);
  /** how many dials were made */
  dials = 0;

  constructor(private readonly socketPath: string) {}

  /** Ends the connections. */
  close(): void {
    this.#agent.destroy();
  }

  /** Really dials. Throws where the data path knows no such place, or answers with an error. */
  dial(dial: Dial): Promise<Dialled> {
    return this.#inTurn(async () => {
      this.dials += 1;
      const { code, text } = await this.#post('/dial', JSON.stringify(dial));
      if (code !== 200) throw new Error(`${dial.from} to ${dial.address}: ${code} ${text}`);
      return JSON.parse(text) as Dialled;
    });
  }

  #post(path: string, body: string): Promise<{ code: number; text: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request({
        socketPath: this.socketPath,
        path,
        method: 'POST',
        agent: this.#agent,
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      });
      request.on('error', reject);
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => resolve({ code: response.statusCode ?? 0, text }));
      });
      request.end(body);
    });
  }
}
