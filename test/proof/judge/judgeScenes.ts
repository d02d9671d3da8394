import { diagnose } from '../../../src/domain/diagnosis/diagnose';
import type { Situation } from '../../../src/domain/diagnosis/situation';
import { exposureOf } from '../../../src/domain/exposure/exposure';
import { nameOf } from '../../../src/domain/k8s/objects';
import type { ClusterApi } from '../cluster/clusterApi';
import type { DataPath } from '../cluster/dataPath';
import { lookAround, situationIn, type Namespaced } from '../cluster/lookAround';
import { pause } from '../cluster/manyAtATime';
import { SERVICE, type Scene } from '../scene';
import { claimOf, type Claim } from './claims';
import { isListening, tryWay, type Tried } from './tryWay';
import { targetOf } from './claims';
import { waysOf, type DialledWay } from './ways';

/** A situation that was made, and where. */
export interface Staged {
  readonly scene: Scene;
  readonly namespace: string;
}

/** What was claimed about one way to one VM, and what became of it; a claim that says nothing definite is not tried. */
export interface Judged extends Staged {
  readonly vm: string;
  readonly way: DialledWay;
  readonly claim: Claim;
  readonly verdict: string;
  readonly tried: Tried | undefined;
}

/** How long each try of a round waits: later rounds are patient with a machine that has other work as well. */
const TIMEOUTS_MS = [300, 500, 800, 1200, 1800, 2500] as const;
const BETWEEN_ROUNDS_MS = 700;

/** True when a dial has shown that the claim is wrong. */
export const isWrong = ({ claim, tried }: Pick<Judged, 'claim' | 'tried'>): boolean =>
  tried !== undefined && tried.isReached !== (claim.says === 'reaches');

const keyOf = ({ namespace, vm, way }: Judged): string => `${namespace} ${vm} ${way.from} ${way.address} ${way.port.protocol}`;

/** What the list says of the same Service and VM must be what the opened row says. */
function verdictsOf(seen: Namespaced, situation: Situation): string {
  const { verdict } = diagnose(situation);
  const { networkPolicies, services, now } = situation;
  const listed = exposureOf(situation.vm, situation.service, seen.endpointSlices, { networkPolicies, services, now, routes: [] });
  return listed === undefined || listed.verdict === verdict ? verdict : `${verdict}, in the list ${listed.verdict}`;
}

/** Claims and ways of one VM of a situation. */
function claimsOf(staged: Staged, seen: Namespaced, vmName: string): readonly Omit<Judged, 'tried'>[] {
  const service = seen.services.find((candidate) => nameOf(candidate) === SERVICE);
  const vm = seen.vms.find((candidate) => nameOf(candidate.vm) === vmName);
  if (!service || !vm) throw new Error(`${seen.name}: ${SERVICE} or ${vmName} is not there.`);
  const situation = situationIn(seen, service, vm);
  const diagnosis = diagnose(situation);
  const verdict = verdictsOf(seen, situation);
  return waysOf(seen, situation).map((way) => ({
    ...staged,
    vm: vmName,
    way,
    verdict,
    claim: claimOf(way, diagnosis, situation),
  }));
}

/** One look, and a dial for each definite claim of those that are asked for. */
async function judgeOnce(
  api: ClusterApi,
  path: DataPath,
  staged: readonly Staged[],
  isAsked: (judged: Judged) => boolean,
  timeoutMilliseconds: number,
): Promise<Judged[]> {
  const look = await lookAround(api);
  const work = staged.flatMap((one) => {
    const seen = look(one.namespace);
    return one.scene.vms.flatMap(({ name, listens }) =>
      claimsOf(one, seen, name).map(async (claimed): Promise<Judged | undefined> => {
        const judged = { ...claimed, tried: undefined };
        if (!isAsked(judged)) return undefined;
        const { says } = claimed.claim;
        if (says === 'depends' || says === 'not checked') return judged;
        const service = seen.services.find((candidate) => nameOf(candidate) === SERVICE);
        const vm = seen.vms.find((candidate) => nameOf(candidate.vm) === name);
        if (!service || !vm) return judged;
        const situation = situationIn(seen, service, vm);
        // a guest that refuses is not told from a Service that does
        const isQuiet = !isListening(listens, targetOf(claimed.way.port, situation), claimed.way.port.protocol ?? 'TCP');
        if (isQuiet && says === 'does not reach') return judged;
        return { ...judged, tried: await tryWay(path, claimed.way, situation, { listens, timeoutMilliseconds }) };
      }),
    );
  });
  return (await Promise.all(work)).flatMap((judged) => judged ?? []);
}

/**
 * Holds every claim about some situations against dials. What does not agree is looked at and dialled again for a
 * while: endpoints and proxies follow a change within a moment.
 */
export async function judgeScenes(api: ClusterApi, path: DataPath, staged: readonly Staged[]): Promise<readonly Judged[]> {
  const results = new Map<string, Judged>();
  let open: readonly Staged[] = staged;
  for (const timeout of TIMEOUTS_MS) {
    const isAsked = (judged: Judged): boolean => {
      const known = results.get(keyOf(judged));
      return known === undefined || isWrong(known);
    };
    const judged = await judgeOnce(api, path, open, isAsked, timeout);
    judged.forEach((one) => results.set(keyOf(one), one));
    const wrong = new Set([...results.values()].filter(isWrong).map(({ namespace }) => namespace));
    open = staged.filter(({ namespace }) => wrong.has(namespace));
    if (open.length === 0) break;
    await pause(BETWEEN_ROUNDS_MS);
  }
  return [...results.values()];
}
