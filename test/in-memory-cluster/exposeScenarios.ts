/** Every kind of run, with what the cluster is like before it: the table that the fault tests go through. */
import { withExistingService, type ExposeDraft } from '../../src/domain/draft/draft';
import type { LabelTiming } from '../../src/domain/labels/timing';
import type { Labels } from '../../src/domain/k8s/objects';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { RUN_ID, SERVICE_NAME, VM_NAME, aRunningVm, aService, aStoppedVm } from '../objects/builders';
import { aDraft, byLabel, PORT } from '../objects/draftBuilders';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
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
  /** the name of the Service that the run makes; none when VMs are added to one that is there */
  readonly makes?: string | null;
  /** the ports at the goal of a Service that was there, as `port→targetPort` */
  readonly ports?: readonly string[];
  /** the template's spec at the goal, as far as a run may change it */
  readonly spec?: { readonly subdomain?: string; readonly hostname?: string; readonly open: readonly unknown[] };
  /** the Services at the goal, each with its type */
  readonly types?: readonly string[];
  /** what VMI and pods carry after the undo, where a restart has brought what the template had and not what they carried */
  readonly runningAfterUndo?: Labels;
}

const BACKEND = { tier: 'backend' };
const wanted = (extra: Labels = {}): Labels => ({ ...extra, ...BACKEND });

const labelled = (labels: Labels): SeenVm =>
  aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
const layered = (template: Labels, vmi: Labels, pod: Labels): SeenVm =>
  aRunningVm({ vm: { templateLabels: template }, vmi: { labels: vmi }, pod: { labels: pod } });
const bare = (): SeenVm => aRunningVm({ vm: { templateLabels: null }, vmi: { labels: null } });
const withoutTemplateMetadata = (): SeenVm => aRunningVm({ vm: { hasTemplateMetadata: false } });
const pending = (): SeenVm => aRunningVm({ vm: { templateLabels: BACKEND } });

const cluster =
  (vm: SeenVm, ...services: Parameters<typeof aService>[0][]) =>
  () =>
    new InMemoryCluster({ vms: [vm], services: services.map((service) => aService(service)), endpointSlices: [] });

/** What a Service of this run looks like before the run is taken up again. */
const ofRun = { run: RUN_ID, name: SERVICE_NAME };
const asPlanned = { ...ofRun, selector: BACKEND };
const outdated = { ...ofRun, selector: BACKEND, ports: [{ port: 81, targetPort: 8081 }] };
const renamed = { ...asPlanned, name: 'backend-old' };
const somebodyElses = { name: 'theirs', selector: { app: 'backendvm' } };

const identity = aDraft();
const live = aDraft({ selection: byLabel('live') });
const restart = aDraft({ selection: byLabel('restart') });
const later = aDraft({ selection: byLabel('next-restart') });
const podOnly = aDraft({ selection: byLabel('pod-only') });
const there = { name: SERVICE_NAME, selector: BACKEND };
const usingExisting = (timing: LabelTiming, port = '80'): ExposeDraft =>
  aDraft({ ports: [{ ...PORT, port }], selection: { by: 'service', timing } });
const OTHER_VM = 'othervm';
const several = (timing: LabelTiming): ExposeDraft =>
  aDraft({ vmNames: [VM_NAME, OTHER_VM], selection: byLabel(timing) });
const otherVm = (): SeenVm =>
  aRunningVm({
    vm: { name: OTHER_VM },
    vmi: { uid: 'vmi-2', ip: '10.8.0.13' },
    pod: { uid: 'pod-2', ip: '10.8.0.13' },
  });
const both =
  (...vms: SeenVm[]) =>
  () =>
    new InMemoryCluster({ vms, services: [], endpointSlices: [] });
const SHUT: Parameters<typeof aRunningVm>[0] = {
  vm: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] },
  vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] },
};
/** The Service that is there, wanted otherwise. */
const changed = (changes: Partial<ExposeDraft>): ExposeDraft => ({
  ...withExistingService(aDraft(), aService(there), 'live'),
  ...changes,
});
const APP = { app: 'backendvm' };
const FRONTEND = { tier: 'frontend' };

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'just this VM',
    draft: identity,
    start: cluster(bare()),
    template: {},
    running: {},
    restarts: 0,
    reached: true,
  },
  {
    name: 'just this VM, beside a Service of somebody else',
    draft: identity,
    start: cluster(labelled(APP), somebodyElses),
    template: APP,
    running: APP,
    restarts: 0,
    reached: true,
  },
  {
    name: 'just this VM, its Service outdated',
    draft: identity,
    start: cluster(bare(), outdated),
    template: {},
    running: {},
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, no label maps',
    draft: live,
    start: cluster(bare()),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, beside other labels',
    draft: live,
    start: cluster(labelled(APP)),
    template: wanted(APP),
    running: wanted(APP),
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, another value replaced',
    draft: live,
    start: cluster(labelled(FRONTEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, label on all layers already',
    draft: live,
    start: cluster(labelled(BACKEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, label waiting in the template',
    draft: live,
    start: cluster(pending()),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, label on the pod alone',
    draft: live,
    start: cluster(layered({}, {}, BACKEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, another value on each layer',
    draft: live,
    start: cluster(layered(FRONTEND, { tier: 'old' }, { tier: 'older' })),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, Service there already',
    draft: live,
    start: cluster(bare(), asPlanned),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, Service outdated',
    draft: live,
    start: cluster(bare(), outdated),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'restart, no template metadata',
    draft: restart,
    start: cluster(withoutTemplateMetadata()),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
  },
  {
    name: 'restart, another value replaced',
    draft: restart,
    start: cluster(labelled(FRONTEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
  },
  {
    name: 'restart, label on all layers already',
    draft: restart,
    start: cluster(labelled(BACKEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'restart, label waiting in the template',
    draft: restart,
    start: cluster(pending()),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
    runningAfterUndo: BACKEND,
  },
  {
    name: 'restart, label on template and VMI, not on the pod',
    draft: restart,
    start: cluster(layered(BACKEND, BACKEND, {})),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
    runningAfterUndo: BACKEND,
  },
  {
    name: 'restart, another value runs than is in the template',
    draft: restart,
    start: cluster(layered({}, FRONTEND, FRONTEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
    runningAfterUndo: {},
  },
  {
    name: 'restart, Service there already',
    draft: restart,
    start: cluster(bare(), asPlanned),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
  },
  {
    name: 'restart, Service made under another name',
    draft: restart,
    start: cluster(bare(), renamed),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
  },
  {
    name: 'restart, VM stopped: it is started',
    draft: restart,
    start: cluster(aStoppedVm()),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    starts: 1,
    reached: true,
    runningAfterUndo: {},
  },
  {
    name: 'restart, VM of run strategy Manual stopped',
    draft: restart,
    start: cluster(aStoppedVm({ runStrategy: 'Manual', printableStatus: 'Stopped' })),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    starts: 1,
    reached: true,
    runningAfterUndo: {},
  },
  {
    name: 'next restart, no label maps',
    draft: later,
    start: cluster(bare()),
    template: BACKEND,
    running: {},
    restarts: 0,
    reached: false,
  },
  {
    name: 'next restart, another value replaced',
    draft: later,
    start: cluster(labelled(FRONTEND)),
    template: BACKEND,
    running: FRONTEND,
    restarts: 0,
    reached: false,
  },
  {
    name: 'next restart, label on all layers already',
    draft: later,
    start: cluster(labelled(BACKEND)),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'next restart, Service there already',
    draft: later,
    start: cluster(labelled(APP), asPlanned),
    template: wanted(APP),
    running: APP,
    restarts: 0,
    reached: false,
  },
  {
    name: 'pod only',
    draft: podOnly,
    start: cluster(bare()),
    template: {},
    running: {},
    pods: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'pod only, another value replaced',
    draft: podOnly,
    start: cluster(labelled(FRONTEND)),
    template: FRONTEND,
    running: FRONTEND,
    pods: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'pod only, label there already',
    draft: podOnly,
    start: cluster(layered({}, {}, BACKEND)),
    template: {},
    running: {},
    pods: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'live, a label taken away',
    draft: aDraft({ selection: byLabel('live', BACKEND, ['app']) }),
    start: cluster(labelled(APP)),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'restart, a label taken away',
    draft: aDraft({ selection: byLabel('restart', BACKEND, ['app']) }),
    start: cluster(labelled(APP)),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
  },
  {
    name: 'next restart, a label taken away',
    draft: aDraft({ selection: byLabel('next-restart', BACKEND, ['app']) }),
    start: cluster(labelled(APP)),
    template: BACKEND,
    running: APP,
    restarts: 0,
    reached: false,
  },
  {
    name: 'added to a Service, live',
    draft: usingExisting('live'),
    start: cluster(bare(), there),
    template: BACKEND,
    running: BACKEND,
    makes: null,
    ports: ['80→8080'],
    restarts: 0,
    reached: true,
  },
  {
    name: 'added to a Service, with a restart and other ports',
    draft: usingExisting('restart', '81'),
    start: cluster(labelled(FRONTEND), there),
    template: BACKEND,
    running: BACKEND,
    makes: null,
    ports: ['81→8080'],
    restarts: 1,
    reached: true,
  },
  {
    name: 'added to a Service, at the next restart, another of the run left over',
    draft: usingExisting('next-restart'),
    start: cluster(bare(), there, renamed),
    template: BACKEND,
    running: {},
    makes: null,
    ports: ['80→8080'],
    restarts: 0,
    reached: false,
  },
  {
    name: 'only the ports of a Service changed',
    draft: usingExisting('live', '81'),
    start: cluster(labelled(BACKEND), there),
    template: BACKEND,
    running: BACKEND,
    makes: null,
    ports: ['81→8080'],
    restarts: 0,
    reached: true,
  },
  {
    name: 'several VMs, live',
    draft: several('live'),
    start: both(bare(), otherVm()),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
  },
  {
    name: 'several VMs, restarted one after the other',
    draft: several('restart'),
    start: both(bare(), otherVm()),
    template: BACKEND,
    running: BACKEND,
    restarts: 2,
    reached: true,
  },
  {
    name: 'several VMs, one of them labelled already',
    draft: several('restart'),
    start: both(labelled(BACKEND), otherVm()),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
  },
  {
    name: 'headless, with a restart for the subdomain',
    draft: aDraft({ type: 'Headless', specTiming: 'restart' }),
    start: cluster(bare()),
    template: {},
    running: {},
    restarts: 1,
    reached: true,
    spec: { subdomain: SERVICE_NAME, open: [] },
    types: ['backend Headless'],
  },
  {
    name: 'headless by a label, with a restart for both',
    draft: aDraft({ type: 'Headless', hostname: 'db', specTiming: 'restart', selection: byLabel('live') }),
    start: cluster(bare()),
    template: BACKEND,
    running: BACKEND,
    restarts: 1,
    reached: true,
    spec: { subdomain: SERVICE_NAME, hostname: 'db', open: [] },
  },
  {
    name: 'headless, at the next restart',
    draft: aDraft({ type: 'Headless' }),
    start: cluster(bare()),
    template: {},
    running: {},
    restarts: 0,
    reached: true,
  },
  {
    name: 'a port opened in the ports list, with a restart',
    draft: aDraft({ opensPorts: true, specTiming: 'restart' }),
    start: cluster(aRunningVm(SHUT)),
    template: {},
    running: {},
    restarts: 1,
    reached: true,
    spec: { open: [{ port: 22 }, { port: 8080, protocol: 'TCP' }] },
  },
  {
    name: 'a Route',
    draft: aDraft({ type: 'Route' }),
    start: cluster(bare()),
    template: {},
    running: {},
    restarts: 0,
    reached: true,
  },
  {
    name: 'an alias',
    draft: aDraft({ type: 'ExternalName', options: { ...NO_OPTIONS, externalName: 'db.example.com' } }),
    start: cluster(bare()),
    template: {},
    running: {},
    restarts: 0,
    reached: false,
  },
  {
    name: 'a Service of another type',
    draft: changed({ type: 'NodePort' }),
    start: cluster(labelled(BACKEND), there),
    template: BACKEND,
    running: BACKEND,
    makes: null,
    restarts: 0,
    reached: true,
    types: ['backend NodePort'],
  },
  {
    name: 'a Service that has to be made anew',
    draft: changed({ type: 'Headless' }),
    start: cluster(labelled(BACKEND), there),
    template: BACKEND,
    running: BACKEND,
    restarts: 0,
    reached: true,
    types: ['backend Headless'],
  },
  {
    name: 'next restart, VM stopped',
    draft: later,
    start: cluster(aStoppedVm()),
    template: BACKEND,
    running: undefined,
    restarts: 0,
    reached: false,
  },
];
