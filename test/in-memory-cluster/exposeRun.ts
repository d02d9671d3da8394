/** Runs of Expose VM against the in-memory cluster: look, plan, apply, as the wizard does it. */
import { applyPlan, type Outcome } from '../../src/cluster/run/applyPlan';
import { look } from '../../src/cluster/run/look';
import type { ExposeDraft } from '../../src/domain/draft/draft';
import { resolve } from '../../src/domain/draft/resolve';
import { templateLabelsOf, type Labels, type VirtualMachine } from '../../src/domain/k8s/objects';
import { planExpose } from '../../src/domain/plan/plan';
import { planUndo } from '../../src/domain/plan/planUndo';
import { recordOf, takenUp, type RunRecord } from '../../src/domain/plan/run';
import type { Seen } from '../../src/domain/k8s/seen';
import { exposedTypeOf } from '../../src/domain/k8s/exposedTypes';
import type { Step } from '../../src/domain/steps/step';
import { NAMESPACE, RUN_ID } from '../objects/builders';
import { allRights } from '../objects/draftBuilders';
import { faultyPort, type FaultyPort } from './faultyPort';
import { type InMemoryCluster } from './inMemoryCluster';

/** How a round ended: what was planned and how applying it went. */
export interface Round {
  readonly steps: readonly Step[];
  readonly outcome: Outcome | 'not-planned';
}

/** Forth or back. */
export type Way = 'expose' | 'undo';

export class ExposeRun {
  /** kept before the first write, as the page does in its session storage */
  record: RunRecord | undefined;

  constructor(
    readonly cluster: InMemoryCluster,
    /** may be changed between two rounds, as a person does after a failure */
    public draft: ExposeDraft,
  ) {}

  faultless(): FaultyPort {
    return faultyPort(this.cluster, 0, 'refused');
  }

  /** Looks, plans and applies once. A look that fails ends the round. */
  async expose(faulty: FaultyPort = this.faultless()): Promise<Round> {
    return this.round(faulty, (seen) => {
      // as the page does after a reload, the record knows what was replaced
      const draft = takenUp(this.draft, this.record);
      const { goal } = resolve(draft, seen, RUN_ID);
      if (!goal) return undefined;
      this.record = recordOf(goal, this.record);
      return planExpose(goal, seen);
    });
  }

  /** Looks, plans the way back and applies it once. */
  async undo(faulty: FaultyPort = this.faultless()): Promise<Round> {
    return this.round(faulty, (seen) => (this.record ? planUndo(this.record, seen, allRights()) : undefined));
  }

  private async round({ port, signal }: FaultyPort, plan: (seen: Seen) => readonly Step[] | undefined): Promise<Round> {
    let steps: readonly Step[] | undefined;
    try {
      steps = plan(await look(port, NAMESPACE, this.draft.vmNames, { withRoutes: this.draft.type === 'Route' }));
    } catch {
      return { steps: [], outcome: 'not-planned' };
    }
    if (!steps) return { steps: [], outcome: 'not-planned' };
    return { steps, outcome: await applyPlan({ steps, port, clock: this.cluster, emit: () => undefined, signal }) };
  }
}

const podsOf = (cluster: InMemoryCluster, vmiUid: string | undefined) =>
  cluster.all('Pod').filter(({ metadata }) => metadata?.labels?.['kubevirt.io/created-by'] === vmiUid);

/** The ports of a Service, as `port→targetPort`. */
export const portsOf = (cluster: InMemoryCluster, name: string): string[] =>
  (cluster.one('Service', name)?.spec?.ports ?? []).map(
    ({ port, targetPort }) => `${port}→${String(targetPort ?? port)}`,
  );

/** The cluster's state as far as a run may change it; a missing map is an empty one. */
export interface RunState {
  readonly services: readonly string[];
  /** each Service's name and type */
  readonly types: readonly string[];
  readonly routes: readonly string[];
  /** what of the template's spec a run may change */
  readonly spec: { readonly subdomain?: string; readonly hostname?: string; readonly open: readonly unknown[] };
  readonly template: Labels;
  readonly vmi: Labels | undefined;
  /** pods' labels without those that KubeVirt sets itself */
  readonly pods: readonly Labels[];
}

const isUsers = ([key]: [string, string]): boolean => !key.includes('kubevirt.io');
const usersLabels = (labels: Labels = {}): Labels => Object.fromEntries(Object.entries(labels).filter(isUsers));

function specOf(vm: VirtualMachine | undefined): RunState['spec'] {
  const { subdomain, hostname, domain } = vm?.spec.template.spec ?? {};
  const open = (domain?.devices.interfaces ?? []).flatMap(({ ports }) => ports ?? []);
  return { ...(subdomain ? { subdomain } : {}), ...(hostname ? { hostname } : {}), open };
}

export function stateOf(cluster: InMemoryCluster, vmName: string): RunState {
  const vm = cluster.one('VirtualMachine', vmName);
  const vmi = cluster.one('VirtualMachineInstance', vmName);
  return {
    services: cluster
      .all('Service')
      .map(({ metadata }) => metadata?.name ?? '')
      .sort(),
    types: cluster
      .all('Service')
      .map((service) => `${service.metadata?.name ?? ''} ${exposedTypeOf(service)}`)
      .sort(),
    routes: cluster.all('Route').map(({ metadata }) => metadata?.name ?? ''),
    spec: specOf(vm),
    template: vm ? templateLabelsOf(vm) : {},
    vmi: vmi && (vmi.metadata?.labels ?? {}),
    pods: podsOf(cluster, vmi?.metadata?.uid).map(({ metadata }) => usersLabels(metadata?.labels)),
  };
}

/** A state without Route, subdomain, hostname or open ports, in which every Service is a ClusterIP one. */
export const aPlainState = (state: Pick<RunState, 'services' | 'template' | 'vmi' | 'pods'>): RunState => ({
  types: state.services.map((name) => `${name} ClusterIP`),
  routes: [],
  spec: { open: [] },
  ...state,
});
