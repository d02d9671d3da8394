import { slicesOf, takesTraffic } from '../../../src/domain/k8s/endpoints';
import { nameOf, namespaceOf } from '../../../src/domain/k8s/objects';
import { livePod } from '../../../src/domain/k8s/seen';
import type { Situation } from '../../../src/domain/diagnosis/situation';
import type { DataPath, Dialled } from '../cluster/dataPath';
import { targetOf } from './claims';
import type { DialledWay } from './ways';

/** What a way was found to be: whether this VM was reached, and what each dial said. */
export interface Tried {
  readonly isReached: boolean;
  readonly outcomes: readonly string[];
}

/** By each endpoint that connections are shared among, so many tries: to miss one every time is unlikely. */
const TRIES_PER_ENDPOINT = 7;

/** How many addresses share the connections. */
const endpointCount = ({ service, endpointSlices = [] }: Situation): number =>
  slicesOf(service, endpointSlices).flatMap(({ endpoints }) => (endpoints ?? []).filter(takesTraffic)).length;

/**
 * True when something in the guest answers on a port of it, by the list that the cluster goes by; on its loopback it
 * answers nobody else.
 */
export function isListening(listens: string | undefined, target: number | undefined, protocol: string): boolean {
  const items = listens?.split(',').map((item) => item.trim());
  return items === undefined || items.includes(`${target}/${protocol.toLowerCase()}`);
}

const isOf =
  ({ vm }: Situation) =>
  ({ outcome, answer }: Dialled): boolean =>
    outcome === 'answered' && answer.includes(`VM ${nameOf(vm.vm)} in ${namespaceOf(vm.vm)} `);

/** The pod's address under the Service's name: clients of a headless Service have no other way to learn it. */
async function isInDns(path: DataPath, way: DialledWay, { service, vm }: Situation): Promise<boolean> {
  const address = `${nameOf(service)}.${namespaceOf(service)}.svc.cluster.local`;
  const told = await path.dial({ from: way.from, network: 'dns', address, timeoutMilliseconds: 2000 });
  return told.answer.split(/[\s,]+/).includes(livePod(vm)?.status?.podIP ?? '');
}

/**
 * Tries a way until this VM answers, or often enough to be sure that it does not.
 * @param listens what the VM listens on, as `SceneVm` has it: where its guest refuses itself, a refusal is as good as
 *   an answer, since packets got there
 */
export async function tryWay(
  path: DataPath,
  way: DialledWay,
  situation: Situation,
  { listens, timeoutMilliseconds }: { readonly listens: string | undefined; readonly timeoutMilliseconds: number },
): Promise<Tried> {
  if (way.entrance === 'pod address' && !(await isInDns(path, way, situation)))
    return { isReached: false, outcomes: ['not in DNS'] };
  const protocol = way.port.protocol ?? 'TCP';
  const dial = {
    from: way.from,
    network: protocol === 'UDP' ? 'udp' : 'tcp',
    address: way.address,
    timeoutMilliseconds,
  } as const;
  const isAnswer = isListening(listens, targetOf(way.port, situation), protocol)
    ? isOf(situation)
    : ({ outcome }: Dialled) => outcome === 'refused';
  const endpoints = Math.max(1, endpointCount(situation));
  const outcomes: string[] = [];
  for (let round = 0; round < (endpoints === 1 ? 2 : TRIES_PER_ENDPOINT); round += 1) {
    const dialled = await Promise.all(Array.from({ length: endpoints }, () => path.dial(dial)));
    outcomes.push(...dialled.map(({ outcome, answer, error }) => `${outcome} ${answer || error}`.trim()));
    if (dialled.some(isAnswer)) return { isReached: true, outcomes };
  }
  return { isReached: false, outcomes };
}
