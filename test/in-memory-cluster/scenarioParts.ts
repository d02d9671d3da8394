/** What a scenario of a run holds, and the VMs, Services and drafts that several scenarios share. */
import { withExistingService, type ExposeDraft } from '../../src/domain/draft/draft';
import type { LabelTiming } from '../../src/domain/labels/timing';
import type { Labels } from '../../src/domain/k8s/objects';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { RUN_ID, SERVICE_NAME, VM_NAME, aRunningVm } from '../objects/builders';
import { aService } from '../objects/serviceBuilders';
import { aDraft, byLabel, PORT } from '../objects/draftBuilders';
import { InMemoryCluster } from './inMemoryCluster';

export interface Scenario {
  readonly name: string;
  readonly draft: ExposeDraft;
  readonly start: () => InMemoryCluster;
  /** user labels at the goal: of the template, and of the VMI and its pod; the latter undefined when nothing runs */
  readonly template: Labels;
  readonly running: Labels | undefined;
  readonly restarts: number;
  /** starts of a VM that did not run; 0 unless said */
  readonly starts?: number;
  /** true when the VM is reached at the goal */
  readonly reached: boolean;
  /** user labels of the pods at the goal, where they differ from the VMI's */
  readonly pods?: Labels;
  /** the name of the Service that the run creates; none when VMs are added to an existing one */
  readonly makes?: string | null;
  /** the ports at the goal of a Service that was there, as `port→targetPort` */
  readonly ports?: readonly string[];
  /** the template's spec at the goal, as far as a run may change it */
  readonly spec?: { readonly subdomain?: string; readonly hostname?: string; readonly open: readonly unknown[] };
  /** the Services at the goal, each with its type */
  readonly types?: readonly string[];
  /**
   * what VMI and pods carry after the undo, where a restart has brought what the template had and not what they carried
   */
  readonly runningAfterUndo?: Labels;
}

export const BACKEND = { tier: 'backend' };
export const wanted = (extra: Labels = {}): Labels => ({ ...extra, ...BACKEND });

export const labelled = (labels: Labels): SeenVm =>
  aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
export const layered = (template: Labels, vmi: Labels, pod: Labels): SeenVm =>
  aRunningVm({ vm: { templateLabels: template }, vmi: { labels: vmi }, pod: { labels: pod } });
export const bare = (): SeenVm => aRunningVm({ vm: { templateLabels: null }, vmi: { labels: null } });
export const withoutTemplateMetadata = (): SeenVm => aRunningVm({ vm: { hasTemplateMetadata: false } });
export const pending = (): SeenVm => aRunningVm({ vm: { templateLabels: BACKEND } });

export const cluster =
  (vm: SeenVm, ...services: Parameters<typeof aService>[0][]) =>
  () =>
    new InMemoryCluster({ vms: [vm], services: services.map((service) => aService(service)), endpointSlices: [] });

/** What a Service of this run looks like before the run is taken up again. */
const ofRun = { run: RUN_ID, name: SERVICE_NAME };
export const asPlanned = { ...ofRun, selector: BACKEND };
export const outdated = { ...ofRun, selector: BACKEND, ports: [{ port: 81, targetPort: 8081 }] };
export const renamed = { ...asPlanned, name: 'backend-old' };
export const somebodyElses = { name: 'theirs', selector: { app: 'backendvm' } };

export const identity = aDraft();
export const live = aDraft({ selection: byLabel('live') });
export const restart = aDraft({ selection: byLabel('restart') });
export const later = aDraft({ selection: byLabel('next-restart') });
export const podOnly = aDraft({ selection: byLabel('pod-only') });
export const there = { name: SERVICE_NAME, selector: BACKEND };
export const usingExisting = (timing: LabelTiming, port = '80'): ExposeDraft =>
  aDraft({ ports: [{ ...PORT, port }], selection: { by: 'service', timing } });
const OTHER_VM = 'othervm';
export const several = (timing: LabelTiming): ExposeDraft =>
  aDraft({ vmNames: [VM_NAME, OTHER_VM], selection: byLabel(timing) });
export const otherVm = (): SeenVm =>
  aRunningVm({
    vm: { name: OTHER_VM },
    vmi: { uid: 'vmi-2', ip: '10.8.0.13' },
    pod: { uid: 'pod-2', ip: '10.8.0.13' },
  });
export const both =
  (...vms: SeenVm[]) =>
  () =>
    new InMemoryCluster({ vms, services: [], endpointSlices: [] });
export const SHUT: Parameters<typeof aRunningVm>[0] = {
  vm: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] },
  vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] },
};
/** The existing Service with changed options. */
export const changed = (changes: Partial<ExposeDraft>): ExposeDraft => ({
  ...withExistingService(aDraft(), aService(there), 'live'),
  ...changes,
});
export const APP = { app: 'backendvm' };
export const FRONTEND = { tier: 'frontend' };
