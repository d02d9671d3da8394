import type { Service } from '../k8s/objects';
import { shellWords } from '../k8s/shellQuote';

/** Where a client connects to one port of a Service. */
export interface Target {
  readonly host: string;
  readonly port: number;
  /** the port in the guest, by which the client is chosen; a name is none */
  readonly guestPort: number | undefined;
}

type Client = (host: string, port: number) => readonly string[];

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
const url = (scheme: string, host: string, port: number, usual: number): string =>
  `${scheme}://${bracketed(host)}${port === usual ? '' : `:${port}`}/`;

/** The usual clients of well-known ports (IANA service names); `USER` is for the person to fill in. */
const CLIENTS: Readonly<Record<number, Client>> = {
  22: (host, port) => ['ssh', '-p', String(port), `USER@${host}`],
  80: (host, port) => ['curl', url('http', host, port, 80)],
  443: (host, port) => ['curl', '--insecure', url('https', host, port, 443)],
  1433: (host, port) => ['sqlcmd', '-S', `${host},${port}`],
  3306: (host, port) => ['mysql', '-h', host, '-P', String(port), '-u', 'USER', '-p'],
  3389: (host, port) => ['xfreerdp', `/v:${bracketed(host)}:${port}`],
  5432: (host, port) => ['psql', '-h', host, '-p', String(port), '-U', 'USER'],
  5900: (host, port) => ['vncviewer', `${bracketed(host)}::${port}`],
  6379: (host, port) => ['redis-cli', '-h', host, '-p', String(port)],
  8080: (host, port) => ['curl', url('http', host, port, 80)],
  8443: (host, port) => ['curl', '--insecure', url('https', host, port, 443)],
  27017: (host, port) => ['mongosh', `mongodb://${bracketed(host)}:${port}/`],
};

/**
 * One shell line that connects to a port with the usual client of what listens there; undefined for a port that nothing
 * is known of.
 */
export function clientCommand({ host, port, guestPort }: Target): string | undefined {
  const client = CLIENTS[guestPort ?? -1] ?? CLIENTS[port];
  return client && shellWords(...client(host, port));
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * Where clients connect to a Service's TCP ports.
 * @param host what the client asks for
 * @param isByNodePort true for the address of a node, which knows the Service by its node ports
 */
export const targetsOf = ({ spec }: Service, host: string, isByNodePort = false): Target[] =>
  (spec?.ports ?? []).flatMap(({ port, targetPort, nodePort, protocol }) => {
    const guestPort = targetPort === undefined ? port : numberOf(targetPort);
    // without an address of its own nothing translates the port
    const own = spec?.clusterIP === 'None' ? (guestPort ?? port) : port;
    const number = isByNodePort ? nodePort : own;
    return (protocol ?? 'TCP') === 'TCP' && number !== undefined ? [{ host, port: number, guestPort }] : [];
  });

/** The shell line that asks for a name from a pod of the project, which goes again by itself. */
export const lookUpCommand = (name: string, namespace: string): string =>
  shellWords(
    'oc',
    'run',
    'expose-vm-test',
    '-n',
    namespace,
    '--rm',
    '-i',
    '--restart=Never',
    '--image=registry.access.redhat.com/ubi9/ubi-minimal',
    '--',
    'getent',
    'hosts',
    name,
  );
