/** Random drafts as the wizard makes them, each with what the cluster holds when the wizard is opened. */
import fc from 'fast-check';
import type { ExposeDraft, SelectionDraft, SpecTiming } from '../../src/domain/draft/draft';
import { withExistingService } from '../../src/domain/draft/draft';
import { EXPOSED_TYPES, TYPES, type ExposedType } from '../../src/domain/k8s/exposedTypes';
import type { Service } from '../../src/domain/k8s/objects';
import type { LabelTiming } from '../../src/domain/labels/timing';
import { NO_OPTIONS, type ServiceOptions } from '../../src/domain/service/serviceOptions';
import type { PortDraft } from '../../src/domain/service/servicePort';
import type { HeldSpec } from '../in-memory-cluster/services/heldSpec';
import { SERVICE_NAME, VM_NAME } from '../objects/builders';
import { aDraft, byLabel, PORT } from '../objects/draftBuilders';
import { anyServiceSpec } from './anyServiceSpec';

/** The name of a Service that a run makes beside those that are there. */
const NEW_NAME = 'fresh';
/** What no other Service of the tests selects by. */
const NEW_LABEL = { tier: 'fresh' };

/** Every option of the wizard, with values that the API server takes for some type. */
export const OPTION_VALUES: { readonly [K in keyof ServiceOptions]: readonly ServiceOptions[K][] } = {
  clusterIP: ['172.30.9.9'],
  ipFamilies: ['IPv4', 'IPv6', 'IPv4,IPv6', 'IPv6,IPv4'],
  ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
  externalIPs: ['192.0.2.50', ''],
  isSticky: [true, false],
  stickySeconds: ['60', ''],
  externalTrafficPolicy: ['Local', 'Cluster'],
  internalTrafficPolicy: ['Local', 'Cluster'],
  publishNotReady: [true, false],
  isOwned: [true],
  loadBalancerClass: ['example.com/other', ''],
  loadBalancerIP: ['192.0.2.51', ''],
  sourceRanges: ['198.51.100.0/24', ''],
  annotations: ['example.com/a=1'],
  externalName: ['www.example.com'],
};
const OPTIONS = Object.keys(OPTION_VALUES) as (keyof ServiceOptions)[];

const anyOptions: fc.Arbitrary<Partial<ServiceOptions>> = fc
  .subarray(OPTIONS, { maxLength: 3 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom<unknown>(...OPTION_VALUES[name])]))),
  ) as fc.Arbitrary<Partial<ServiceOptions>>;

export const TIMINGS: readonly LabelTiming[] = ['live', 'restart', 'next-restart', 'pod-only'];

const PORT_LISTS: readonly (readonly PortDraft[])[] = [
  [PORT],
  [{ ...PORT, port: '81' }],
  [{ ...PORT, nodePort: '30123' }],
  [
    { ...PORT, name: 'web' },
    { ...PORT, name: 'dns', port: '53', targetPort: '53', protocol: 'UDP' },
  ],
];

/** What a person does in the wizard; which draft that makes, the Service that is there decides. */
export interface Wishes {
  /** makes a new Service, or adds VMs to the one that is there, as it is or changed */
  readonly work: 'create' | 'join' | 'change';
  readonly type: ExposedType;
  readonly options: Partial<ServiceOptions>;
  /** undefined: as the Service has them */
  readonly ports: readonly PortDraft[] | undefined;
  readonly selection: 'vm-identity' | 'label' | 'other-label';
  readonly timing: LabelTiming;
  readonly specTiming: SpecTiming;
  readonly hostname: string;
  readonly opensPorts: boolean;
}

export const anyWishes: fc.Arbitrary<Wishes> = fc.record({
  work: fc.constantFrom('create', 'join', 'change', 'change', 'change'),
  type: fc.constantFrom(...EXPOSED_TYPES),
  options: anyOptions,
  ports: fc.oneof(fc.constant(undefined), fc.constantFrom(...PORT_LISTS)),
  selection: fc.constantFrom('vm-identity', 'label', 'other-label'),
  timing: fc.constantFrom(...TIMINGS),
  specTiming: fc.constantFrom<SpecTiming[]>('next-restart', 'next-restart', 'restart'),
  hostname: fc.constantFrom('', '', 'db'),
  opensPorts: fc.boolean(),
});

function newSelection({ selection, timing }: Wishes): SelectionDraft {
  if (selection === 'vm-identity') return { by: 'vm-identity' };
  return selection === 'label' ? byLabel(timing, NEW_LABEL) : byLabel(timing, NEW_LABEL, ['app']);
}

/** The draft of these wishes. */
export function draftOf(wishes: Wishes, existing: Service | undefined): ExposeDraft {
  const { work, type, options, ports, timing, specTiming, hostname, opensPorts } = wishes;
  const base = aDraft({ vmNames: [VM_NAME], specTiming, hostname, opensPorts, options: NO_OPTIONS });
  if (work === 'create' || !existing) {
    const made = { ...NO_OPTIONS, isOwned: false, ...options };
    const externalName = type === 'ExternalName' && made.externalName === '' ? 'www.example.com' : made.externalName;
    const selection = newSelection(wishes);
    return {
      ...base,
      serviceName: NEW_NAME,
      type,
      ports: ports ?? [PORT],
      selection,
      options: { ...made, externalName },
    };
  }
  const joined = withExistingService(base, existing, timing);
  if (work === 'join') return joined;
  // the wizard offers no alias for a Service that is there
  return {
    ...joined,
    type: TYPES[type].selectsPods ? type : joined.type,
    ports: ports ?? joined.ports,
    options: { ...joined.options, ...options },
  };
}

/** What a Service carries that is none of its spec. */
export interface Leftovers {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly finalizers?: string[];
  readonly ownerReferences?: object[];
}

const OWNER = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'deployment-1', blockOwnerDeletion: true };

const anyLeftovers: fc.Arbitrary<Leftovers> = fc
  .record({
    labels: fc.boolean(),
    annotations: fc.boolean(),
    finalizers: fc.integer({ min: 0, max: 3 }),
    owners: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ labels, annotations, finalizers, owners }) => ({
    ...(labels ? { labels: { team: 'shop' } } : {}),
    ...(annotations ? { annotations: { 'example.com/note': 'kept' } } : {}),
    ...(finalizers === 0 ? { finalizers: ['service.kubernetes.io/load-balancer-cleanup'] } : {}),
    ...(owners === 0 ? { ownerReferences: [OWNER] } : {}),
  }));

/** The Service that is there when the wizard is opened. */
export const anyExisting = fc.record({ spec: anyServiceSpec, metadata: anyLeftovers });

export const existingService = (
  namespace: string,
  { spec, metadata }: { spec: HeldSpec; metadata: Leftovers },
): Service =>
  ({ apiVersion: 'v1', kind: 'Service', metadata: { ...metadata, name: SERVICE_NAME, namespace }, spec }) as Service;
