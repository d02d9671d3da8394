/**
 * The API server in memory, held against the real one: the same random Services and changes are sent to both, and both
 * have to accept or refuse each, and to keep the same.
 */
import fc from 'fast-check';
import { HttpErrorLike } from '../objects/apiErrors';
import { InMemoryCluster } from '../in-memory-cluster/inMemoryCluster';
import type { HeldSpec } from '../in-memory-cluster/services/heldSpec';
import type { Service } from '../../src/domain/k8s/objects';
import { valueText } from '../../src/domain/k8s/sameValue';
import { paths, send } from '../local-cluster/localCluster';
import { expect, test } from '../local-cluster/clusterTest';
import { anyServiceSpec, anySpecChange } from '../random/anyServiceSpec';
import { specPatch } from '../random/specPatch';

const SEED = Number(process.env.PROPERTY_SEED ?? 20260801);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);
const MOST_CHANGES = 4;

/** What both have answered: whether it was accepted, and what they keep, given numbers and addresses by their kind. */
interface Answer {
  readonly isAccepted: boolean;
  readonly spec: unknown;
  readonly words: string;
}

const isGivenIp = (ip: string): boolean => ip !== 'None';
const familyText = (ip: string): string => (isGivenIp(ip) ? (ip.includes(':') ? 'an IPv6' : 'an IPv4') : ip);

function comparable(spec: HeldSpec | undefined): unknown {
  if (!spec) return null;
  const { clusterIP, clusterIPs, ports, healthCheckNodePort, ...rest } = spec;
  return {
    ...rest,
    ...(clusterIP ? { clusterIP: familyText(clusterIP) } : {}),
    ...(clusterIPs ? { clusterIPs: clusterIPs.map(familyText) } : {}),
    ...(healthCheckNodePort ? { healthCheckNodePort: 'given' } : {}),
    ...(ports
      ? { ports: ports.map(({ nodePort, ...port }) => ({ ...port, ...(nodePort ? { nodePort: 'given' } : {}) })) }
      : {}),
  };
}

class BothServers {
  private readonly memory = new InMemoryCluster({ vms: [], services: [], endpointSlices: [] }, ['IPv4', 'IPv6']);

  constructor(
    private readonly namespace: string,
    private readonly name: string,
  ) {}

  create(spec: HeldSpec): Promise<readonly [Answer, Answer]> {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: this.name, namespace: this.namespace },
      spec,
    } as Service;
    return this.ask(
      () => this.memory.create(service),
      () => send('POST', paths.services(this.namespace), JSON.stringify(service)),
    );
  }

  async change(changes: Readonly<Record<string, unknown>>): Promise<readonly [Answer, Answer]> {
    const held = this.memory.one('Service', this.name)?.spec ?? {};
    const patch = specPatch(held, changes);
    const target = { kind: 'Service', namespace: this.namespace, name: this.name } as const;
    return this.ask(
      () => this.memory.patch(target, patch),
      () => send('PATCH', paths.services(this.namespace, this.name), JSON.stringify(patch)),
    );
  }

  async end(): Promise<void> {
    await send('DELETE', paths.services(this.namespace, this.name));
  }

  private async ask(
    inMemory: () => Promise<void>,
    real: () => Promise<{ status: number; text: string }>,
  ): Promise<readonly [Answer, Answer]> {
    const refusal = await inMemory().then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof HttpErrorLike) return error;
        throw error;
      },
    );
    const { status, text } = await real();
    const { spec, message = '' } = JSON.parse(text) as { spec?: HeldSpec; message?: string };
    const isAccepted = status < 300;
    const kept = this.memory.one('Service', this.name)?.spec;
    return [
      { isAccepted: !refusal, spec: refusal ? null : comparable(kept), words: refusal?.message ?? '' },
      { isAccepted, spec: isAccepted ? comparable(spec) : null, words: message },
    ];
  }
}

let asked = 0;
let accepted = 0;

function expectSame(what: unknown, [memory, real]: readonly [Answer, Answer]): void {
  asked += 1;
  if (real.isAccepted) accepted += 1;
  const texts = [memory, real].map(({ isAccepted, spec }) => valueText({ isAccepted, spec }));
  if (texts[0] === texts[1]) return;
  throw new Error(
    [`sent ${valueText(what)}`, `in memory ${texts[0]} ${memory.words}`, `real ${texts[1]} ${real.words}`].join('\n'),
  );
}

test('random Services and random changes of them are taken and kept as by the real API server', async ({
  namespace,
}) => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(anyServiceSpec, fc.array(anySpecChange, { maxLength: MOST_CHANGES }), async (spec, changes) => {
      made += 1;
      const both = new BothServers(namespace, `s${made}`);
      const created = await both.create(spec);
      expectSame(spec, created);
      if (created[1].isAccepted) for (const change of changes) expectSame(change, await both.change(change));
      await both.end();
    }),
    { seed: SEED, numRuns: RUNS },
  );
  console.log(
    `figure: API server in memory compared with the real one: ${asked} writes, ${accepted} accepted (seed ${SEED})`,
  );
  expect(accepted).toBeGreaterThan(asked / 3);
});
