import { NamespacePool } from './cluster/namespacePool';
import { withCluster, type ProofCluster } from './cluster/proofCluster';
import { makeSharedClients, removeSharedClients } from './cluster/sharedClients';
import { FIX_SCENES, LOSS_SCENES } from './plans/fixScenes';
import { proveFix, proveLoss, proveLossPrevented } from './plans/proveFix';
import { proveLiveLabel, proveRestarts } from './plans/proveTiming';
import { proveSituations, type Situations, type Stood } from './proveSituations';

/** What is proven; all three parts unless one alone is asked for. */
export interface Wanted extends Situations {
  readonly clusterJson: string;
  readonly only?: 'situations' | 'fixes' | 'timing' | undefined;
}

interface Claim {
  readonly title: string;
  readonly prove: (namespace: string) => Promise<void>;
}

/** Proves some claims at the same time, each in a namespace of its own; prints those that do not stand, and why. */
async function proveEach(pool: NamespacePool, what: string, claims: readonly Claim[]): Promise<Stood> {
  const stood = await Promise.all(
    claims.map(async ({ title, prove }): Promise<boolean> => {
      const namespace = await pool.take();
      try {
        await prove(namespace);
        return true;
      } catch (error) {
        console.log(`${title}: ${error instanceof Error ? error.message : String(error)}`);
        return false;
      } finally {
        pool.release(namespace);
      }
    }),
  );
  const agree = stood.filter(Boolean).length;
  console.log(`figure: proof: ${agree} of ${claims.length} ${what}`);
  return { agree, disagree: claims.length - agree };
}

async function proveFixes(cluster: ProofCluster, pool: NamespacePool): Promise<Stood> {
  const ends = await proveEach(
    pool,
    'offered fixes: nothing got through before, all does after',
    FIX_SCENES.map((fix) => ({
      title: `the fix of ${fix.code}`,
      prove: (namespace) => proveFix(cluster, fix, namespace),
    })),
  );
  const prevents = await proveEach(
    pool,
    'limitations: what they warn of ends all without the fix, and nothing with it',
    LOSS_SCENES.flatMap((fix) => [
      { title: `${fix.code} without its fix`, prove: (namespace) => proveLoss(cluster, fix, namespace) },
      { title: `${fix.code} with its fix`, prove: (namespace) => proveLossPrevented(cluster, fix, namespace) },
    ]),
  );
  return { agree: ends.agree + prevents.agree, disagree: ends.disagree + prevents.disagree };
}

const proveTiming = (cluster: ProofCluster, pool: NamespacePool): Promise<Stood> =>
  proveEach(pool, 'kinds of labelling under a client that dials ten times a second', [
    { title: 'a label now, without a restart', prove: (namespace) => proveLiveLabel(cluster, namespace) },
    { title: 'restarts one after the other', prove: (namespace) => proveRestarts(cluster, namespace) },
  ]);

/**
 * Holds what the product says and does against dials that are really made, and prints what came of it.
 * @returns true when all of it stands
 */
export const prove = ({ clusterJson, only, ...situations }: Wanted): Promise<boolean> =>
  withCluster(clusterJson, async (cluster) => {
    const pool = new NamespacePool(cluster, `proof-${process.pid}-`);
    await makeSharedClients(cluster.api);
    const parts = {
      situations: () => proveSituations(cluster, pool, situations),
      fixes: () => proveFixes(cluster, pool),
      timing: () => proveTiming(cluster, pool),
    };
    const stood: Stood[] = [];
    for (const part of only ? [parts[only]] : Object.values(parts)) stood.push(await part());
    await removeSharedClients(cluster.api);
    await pool.remove();
    const [agree, disagree] = [
      stood.reduce((all, one) => all + one.agree, 0),
      stood.reduce((all, one) => all + one.disagree, 0),
    ];
    console.log(`proof: ${agree} agree, ${disagree} do not`);
    return disagree === 0;
  });
