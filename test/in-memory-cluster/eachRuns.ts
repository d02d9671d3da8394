/** One Service for each of several VMs against the in-memory cluster, as the wizard does it. */
import { eachRunner, type EachWork } from '../../src/cluster/run/eachRunner';
import { look } from '../../src/cluster/run/look';
import type { RunEnd } from '../../src/cluster/run/continueRun';
import type { EachPattern } from '../../src/domain/bulk/eachPattern';
import { planEach } from '../../src/domain/bulk/planEach';
import { recordOf, type RunRecord } from '../../src/domain/plan/run';
import { aRunningVm, NAMESPACE } from '../objects/builders';
import { allRights } from '../objects/draftBuilders';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { faultyPort, type FaultyPort } from './faultyPort';
import { InMemoryCluster } from './inMemoryCluster';

/** A running VM of that name, with an address of its own. */
export const vmCalled = (name: string, index: number): SeenVm =>
  aRunningVm({
    vm: { name },
    vmi: { uid: `vmi-${name}`, ip: `10.8.0.${20 + index}` },
    pod: { uid: `pod-${name}`, ip: `10.8.0.${20 + index}` },
  });

export class EachRuns {
  /** kept before the first write of each VM, as the page does in its session storage */
  readonly records = new Map<string, RunRecord>();
  /** how the last work of each VM ended */
  readonly ends = new Map<string, RunEnd>();

  constructor(
    readonly cluster: InMemoryCluster,
    readonly vmNames: readonly string[],
  ) {}

  static of(vmNames: readonly string[]): EachRuns {
    const vms = vmNames.map(vmCalled);
    return new EachRuns(new InMemoryCluster({ vms, services: [], endpointSlices: [] }), vmNames);
  }

  faultless(): FaultyPort {
    return faultyPort(this.cluster, 0, 'refused');
  }

  /** the id of each VM's run */
  get runIds(): Record<string, string> {
    return Object.fromEntries(this.vmNames.map((name) => [name, `run-${name}`]));
  }

  /** Reviews the pattern, and sends what was reviewed. */
  async expose(pattern: EachPattern, port: FaultyPort = this.faultless()): Promise<void> {
    const seen = await look(this.cluster, NAMESPACE, this.vmNames);
    const { plans } = planEach(pattern, seen, { runIds: this.runIds, rights: allRights() });
    const works = plans.flatMap(({ vmName, goal, steps }): [string, EachWork][] => {
      if (!goal) return [];
      this.records.set(vmName, recordOf(goal));
      return [[vmName, { does: 'expose', steps }]];
    });
    await this.perform(works, port);
  }

  /** Takes the runs of those VMs up again, or takes back what they did. */
  async take(
    does: 'continue' | 'undo',
    vmNames: readonly string[],
    port: FaultyPort = this.faultless(),
  ): Promise<void> {
    const works = vmNames.flatMap((vmName): [string, EachWork][] => {
      const record = this.records.get(vmName);
      return record ? [[vmName, { does, record, keep: (kept) => void this.records.set(vmName, kept) }]] : [];
    });
    await this.perform(works, port);
  }

  /** The VMs whose last work did not end as it should. */
  get unfinished(): string[] {
    return [...this.ends].filter(([, { outcome }]) => outcome !== 'done').map(([name]) => name);
  }

  private async perform(works: readonly [string, EachWork][], { port, signal }: FaultyPort): Promise<void> {
    const add = eachRunner({
      port,
      clock: this.cluster,
      onBegin: () => undefined,
      onEvent: () => undefined,
    });
    await Promise.all(works.map(async ([vmName, work]) => this.ends.set(vmName, await add(vmName, work, signal))));
  }
}
