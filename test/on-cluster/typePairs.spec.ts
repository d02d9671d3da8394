/**
 * Every pair of types, the one that a Service has and the one that is wanted, with every option that the wizard has:
 * the draft is refused by name before anything is sent, or its goal is reached, nothing is left to do there, and undo
 * gives back the Service as it was.
 */
import { withExistingService, type ExposeDraft } from '../../src/domain/draft/draft';
import { typeRefusal } from '../../src/domain/draft/typeRefusal';
import { TYPES } from '../../src/domain/k8s/exposedTypes';
import { nameOf, type Service } from '../../src/domain/k8s/objects';
import { expect, test } from '../local-cluster/clusterTest';
import { api } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';
import { SERVICE, TIER, VM } from '../local-cluster/waysToSelect';
import { allRights, byLabel } from '../objects/draftBuilders';
import { changeAndTakeBack, remake, type Ended } from './changedAndTakenBack';
import { EXISTING_KINDS, type ExistingKind } from './existingKinds';
import { draftFor, seenNow } from './runs';
import { OPTIONS_TRIED, PAIR_CASES, PAIRS, type PairCase } from './typePairCases';

async function makeOwner(namespace: string): Promise<object> {
  const { metadata } = await api('POST', `/api/v1/namespaces/${namespace}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'owner', namespace },
  });
  return { apiVersion: 'v1', kind: 'ConfigMap', name: metadata.name, uid: metadata.uid, blockOwnerDeletion: true };
}

async function serviceOf(kind: ExistingKind, namespace: string): Promise<object | undefined> {
  if (!kind.type) return undefined;
  const { labels, annotations, isOwned, spec } = kind;
  const ownerReferences = isOwned ? [await makeOwner(namespace)] : [];
  const metadata = { name: SERVICE, namespace, labels, annotations, ownerReferences };
  return { apiVersion: 'v1', kind: 'Service', metadata, spec };
}

function draftOf(
  { kind, wanted, changes: chosen }: PairCase,
  opened: Service | undefined,
  namespace: string,
): ExposeDraft {
  // an address of its own for each kind: they run at the same time
  const clusterIP = `172.30.0.${100 + EXISTING_KINDS.indexOf(kind)}`;
  const changes = { ...chosen, ...(chosen.clusterIP ? { clusterIP } : {}) };
  const base = draftFor(namespace, VM, { serviceName: SERVICE });
  if (opened) {
    const draft = withExistingService(base, opened, 'next-restart');
    return { ...draft, type: wanted, options: { ...draft.options, ...changes } };
  }
  const alias = TYPES[wanted].selectsPods ? {} : { externalName: 'www.example.com' };
  const selection = byLabel('next-restart', { [TIER.key]: TIER.value });
  return { ...base, type: wanted, selection, options: { ...base.options, ...alias, ...changes } };
}

async function endOf(found: PairCase, namespace: string): Promise<Ended> {
  const seen = await seenNow(draftFor(namespace, VM, { type: found.wanted }));
  const opened = seen.services.find((service) => nameOf(service) === SERVICE);
  const resolved = { usesExistingService: opened !== undefined };
  const refusal = typeRefusal(found.wanted, { resolved, rights: allRights(), hasRouteApi: true });
  return refusal ? { problems: [refusal] } : changeAndTakeBack(draftOf(found, opened, namespace), seen);
}

/** Tries the cases of one kind, one after another; tells what is wrong with which. */
async function tryAll(kind: ExistingKind, namespace: string): Promise<string[]> {
  const makeStoppedVm = () =>
    makeVm(namespace, VM, { runStrategy: 'Halted', templateLabels: { [TIER.key]: TIER.value } });
  await makeStoppedVm();
  const service = await serviceOf(kind, namespace);
  await remake(namespace, SERVICE, service);
  const wrong: string[] = [];
  for (const found of PAIR_CASES.filter((one) => one.kind === kind)) {
    const name = `${kind.name} -> ${found.wanted}, ${JSON.stringify(found.changes)}`;
    try {
      const end = await endOf(found, namespace);
      if (typeof end === 'object' && 'refused' in end) wrong.push(`${name}: refused: ${end.refused}`);
    } catch (error) {
      wrong.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      await remake(namespace, SERVICE, service);
      await makeStoppedVm();
    }
  }
  return wrong;
}

for (const kind of EXISTING_KINDS) {
  test(`${kind.name}: every type with every option reaches its goal, and goes back`, async ({ namespace }) => {
    expect(await tryAll(kind, namespace)).toEqual([]);
  });
}

test.afterAll(() => {
  if (test.info().parallelIndex !== 0) return;
  console.log(
    `figure: pairs of types over the real API server: ${PAIRS.length} pairs, ${OPTIONS_TRIED} options, ` +
      `${EXISTING_KINDS.length} kinds, ${PAIR_CASES.length} runs`,
  );
});
