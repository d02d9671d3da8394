import { randomUUID } from 'node:crypto';
import { look } from '../../../src/cluster/run/look';
import type { ExposeDraft } from '../../../src/domain/draft/draft';
import { NO_OPTIONS } from '../../../src/domain/service/serviceOptions';
import { aDraft, byLabel } from '../../objects/draftBuilders';
import { stepsFor } from '../../objects/planFor';
import { portOver } from '../../local-cluster/portOver';
import type { ProofCluster } from '../cluster/proofCluster';
import { act } from '../cluster/actOnVm';
import { stageScene } from '../cluster/stageScene';
import { CLIENT, SERVICE, WANTED, type Scene, type SceneVm, type ServiceSpec } from '../scene';
import { applySteps } from './proveFix';
import { longestGap, sinceFirstAnswer, WatchedClient, type Beat } from './watchClient';

/**
 * A guest that shuts down as real ones do: its endpoint is gone before it is. One that starts gets traffic when it
 * answers, which its probe tells: without one, a pod is ready before its guest is.
 */
const aVm = (name: string, templateLabels: SceneVm['templateLabels'] = {}): SceneVm => ({
  name,
  templateLabels,
  probe: 'answered',
  stopDelay: '1s',
});
const aScene = (vms: readonly SceneVm[], spec: ServiceSpec): Scene => ({
  number: 0,
  vms,
  services: [{ name: SERVICE, spec }],
});
const PORTS = [{ port: 80, targetPort: 8080 }];

/** Looks, plans and applies as the wizard does. */
async function expose(cluster: ProofCluster, changes: Partial<ExposeDraft>): Promise<void> {
  const draft = aDraft({ options: NO_OPTIONS, ...changes });
  const port = portOver((...request) => cluster.api.send(...request));
  const seen = await look(port, draft.namespace, draft.vmNames);
  await applySteps(cluster, stepsFor(draft, seen, randomUUID()));
}

const clientOf = (cluster: ProofCluster, namespace: string, service: string): WatchedClient =>
  new WatchedClient(cluster, `pod/${namespace}/${CLIENT}`, () => {
    const found = cluster.seen.look(namespace).services.find(({ metadata }) => metadata?.name === service);
    return found?.spec?.clusterIP && `${found.spec.clusterIP}:80`;
  });

function expectAnswered(beats: readonly Beat[], mostInARow: number): void {
  const failed = beats.filter(({ isAnswered }) => !isAnswered);
  if (beats.length < 20) throw new Error(`only ${beats.length} dials were made since the first answer`);
  if (longestGap(beats) > mostInARow)
    throw new Error(
      `${longestGap(beats)} dials in a row failed, of ${beats.length}: ${failed.map(({ at, what }) => `${at} ms ${what}`).join('; ')}`,
    );
}

/**
 * With *now, without a restart*: from the first answer on no dial fails, while another VM of the Service restarts and
 * while one migrates. What is dialled while the guest changes its node is left out: endpoints and guest disagree then.
 */
export async function proveLiveLabel(cluster: ProofCluster, namespace: string): Promise<void> {
  const idle = { ports: PORTS, selector: { app: 'nobody' } };
  await stageScene(cluster, aScene([aVm('vm1'), { ...aVm('vm2'), afterwards: [] }], idle), namespace);
  const client = clientOf(cluster, namespace, 'live');
  const selection = byLabel('live', WANTED);
  await expose(cluster, { namespace, vmNames: ['vm1', 'vm2'], serviceName: 'live', selection });
  await act(cluster, namespace, { name: 'vm2' }, { what: 'restart' });
  const moves = client.now();
  await act(cluster, namespace, { name: 'vm1' }, { what: 'migrate' });
  const moved = client.now() + 1000;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const beats = sinceFirstAnswer(await client.end());
  expectAnswered(
    beats.filter(({ at }) => at < moves || at > moved),
    0,
  );
}

/** With *restart* for several VMs, which restart one after the other: a client never fails twice in a row. */
export async function proveRestarts(cluster: ProofCluster, namespace: string): Promise<void> {
  const names = ['vm1', 'vm2', 'vm3'];
  const service = { ports: PORTS, selector: WANTED };
  await stageScene(
    cluster,
    aScene(
      names.map((name) => aVm(name, WANTED)),
      service,
    ),
    namespace,
  );
  const client = clientOf(cluster, namespace, SERVICE);
  const selection = byLabel('restart', { group: 'new' });
  await expose(cluster, { namespace, vmNames: names, serviceName: 'group', selection });
  expectAnswered(sinceFirstAnswer(await client.end()), 1);
}
