import type { TestOutcome } from '../cluster-test/testOutcome';
import type { Verdict } from '../diagnosis/diagnose';
import type { HopOnPath, HopState } from '../diagnosis/hopPath';
import type { Hop } from '../diagnosis/rule';
import { endpointsOf, slicesOf } from '../k8s/endpoints';
import { entrancesTo } from '../k8s/entrances';
import { exposedTypeOf, traitsOf, type ExposedType } from '../k8s/exposedTypes';
import { nodePortsOf } from '../k8s/nodePorts';
import { namespaceOf, nameOf, type EndpointSlice, type Route, type Service } from '../k8s/objects';
import { livePod, type SeenVm } from '../k8s/seen';
import { dnsNames, vmDnsNames } from '../service/dnsNames';
import { routeState } from '../service/routeUrl';
import { serviceAddresses } from '../service/serviceAddresses';
import { portTexts } from '../service/servicePort';
import { addressOfEndpoint, bridgedAddress, type EndpointAddress } from './endpointAddress';
import { portsAsked, portsOfRoute, portsServed, portsTargeted, type PortText } from './picturePorts';

/** One VM behind a Service, with the hops on the connection path and the verdict. */
export interface PicturedVm {
  readonly vm: SeenVm;
  readonly path: readonly HopOnPath[];
  readonly verdict: Verdict;
}

/** What a picture is made of; lists that are undefined were not read. */
export interface PictureInput {
  readonly service: Service;
  readonly vms: readonly PicturedVm[];
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  readonly routes: readonly Route[] | undefined;
  readonly clusterDomain: string;
}

/** What stands in one box. */
export type BoxContent =
  | { readonly box: 'client'; readonly from: 'cluster' | 'outside' | 'browser' }
  | { readonly box: 'route'; readonly name: string; readonly url: string | undefined; readonly isAdmitted: boolean }
  /** no addresses while its provider has given none */
  | { readonly box: 'load-balancer'; readonly addresses: readonly string[] }
  /** the node of the VM; every other opens the port too, unless `isOnlyNode` */
  | { readonly box: 'node'; readonly name: string; readonly ip: string | undefined; readonly isOnlyNode: boolean }
  | {
      readonly box: 'service';
      readonly name: string;
      readonly type: ExposedType;
      /** [] for a headless one */
      readonly ips: readonly string[];
      /** the name that clients ask for: below a headless Service that of its one VM, where it has one */
      readonly dnsName: string;
      /** as `80/TCP → 8080`: here ports are translated */
      readonly ports: readonly PortText[];
    }
  | { readonly box: 'alias'; readonly target: string }
  | ({ readonly box: 'pod'; readonly vmName: string; readonly node: string } & EndpointAddress)
  | {
      readonly box: 'guest';
      readonly vmName: string;
      /** what the guest has on its own interface; undefined where no address tells */
      readonly address: string | undefined;
      readonly test: TestOutcome | undefined;
    };

/** A box, with what is known of it and the ports on the arrow before it. */
export interface PictureBox {
  readonly content: BoxContent;
  /** undefined where no hop of the path stands for it */
  readonly state: HopState | undefined;
  readonly ports: readonly PortText[];
}

/** The way of a connection with its real addresses: one line up to the Service, then a branch for each VM. */
export interface Picture {
  readonly line: readonly PictureBox[];
  readonly branches: readonly (readonly PictureBox[])[];
  /** VMs that are not drawn */
  readonly more: number;
}

/** So many branches are drawn. */
const BRANCHES = 3;
/** From what is best to what is worst for a connection. */
const ORDER: readonly HopState[] = ['ok', 'limited', 'not-checked', 'partly-blocked', 'not-reached', 'blocked-here'];
const rank = (state: HopState): number => ORDER.indexOf(state);
const statesOf = ({ path }: PicturedVm, hops: readonly Hop[]): HopState[] =>
  path.filter(({ hop }) => hops.includes(hop)).map(({ state }) => state);
const worst = (states: readonly HopState[]): HopState | undefined => [...states].sort((a, b) => rank(b) - rank(a))[0];

/**
 * Of a box that all VMs share the state for the VM for which it is best: for others the way ends at their branch. What
 * was not read and leaves the verdict as it is marks no box, neither as fine nor as open.
 */
function shared({ vms }: PictureInput, hop: Hop): HopState | undefined {
  const state = vms.flatMap((vm) => statesOf(vm, [hop])).sort((a, b) => rank(a) - rank(b))[0];
  return state === 'not-checked' && vms.every(({ verdict }) => verdict !== 'not-checked') ? undefined : state;
}

/** Of the boxes of the pod, which stand for three hops, the state of the worst. */
function stateOfPod(pictured: PicturedVm): HopState | undefined {
  const state = worst(statesOf(pictured, ['EndpointSlice', 'Pod', 'NIC']));
  return state === 'not-checked' && pictured.verdict !== 'not-checked' ? undefined : state;
}

/** The boxes before the Service, by the way that the address of the Service offers first. */
function entrance(input: PictureInput): PictureBox[] {
  const { service, vms, routes } = input;
  const { hasLoadBalancer } = traitsOf(service);
  const client = (from: 'cluster' | 'outside' | 'browser'): PictureBox => ({
    content: { box: 'client', from },
    state: shared(input, 'client'),
    ports: [],
  });
  const [route] = entrancesTo(service, routes, undefined).flatMap((found) => found.route ?? []);
  if (route) {
    const { url, isAdmitted } = routeState(route);
    const content = { box: 'route', name: nameOf(route), url, isAdmitted } as const;
    return [
      client('browser'),
      { content, state: shared(input, 'Route'), ports: [route.spec.tls ? '443/TCP' : '80/TCP'] },
    ];
  }
  if (hasLoadBalancer) {
    const addresses = serviceAddresses(service).flatMap(({ origin, text }) => (origin === 'load-balancer' ? text : []));
    return [
      client('outside'),
      { content: { box: 'load-balancer', addresses }, state: undefined, ports: portsServed(service) },
    ];
  }
  if (nodePortsOf(service).length > 0) {
    const pod = vms.flatMap(({ vm }) => livePod(vm) ?? [])[0];
    const content = {
      box: 'node',
      name: pod?.spec?.nodeName ?? '',
      ip: pod?.status?.hostIP,
      isOnlyNode: service.spec?.externalTrafficPolicy === 'Local',
    } as const;
    return [client('outside'), { content, state: undefined, ports: portsAsked(service, true) }];
  }
  return [client('cluster')];
}

function serviceBox(input: PictureInput, isByRoute: boolean): PictureBox {
  const { service, vms, endpointSlices, routes, clusterDomain } = input;
  const ofVms = vmDnsNames(
    service,
    vms.map(({ vm }) => vm),
    endpointSlices ?? [],
    clusterDomain,
  );
  const own = dnsNames(nameOf(service), namespaceOf(service), clusterDomain)[0]?.name ?? '';
  const content = {
    box: 'service',
    name: nameOf(service),
    type: exposedTypeOf(service),
    ips: serviceAddresses(service).flatMap(({ origin, text }) => (origin === 'cluster' ? text : [])),
    dnsName: vms.length === 1 ? (ofVms[0]?.name ?? own) : own,
    ports: portTexts(service),
  } as const;
  return {
    content,
    state: shared(input, 'Service'),
    ports: isByRoute ? portsOfRoute(service, routes ?? []) : portsAsked(service, false),
  };
}

/** The pod and the guest of one VM. */
function branch(input: PictureInput, pictured: PicturedVm): PictureBox[] {
  const { service, endpointSlices } = input;
  const { vm, path } = pictured;
  const isSelected =
    statesOf(pictured, ['Service'])[0] !== 'blocked-here' || shared(input, 'Service') === 'blocked-here';
  const ports = portsTargeted(service, endpointSlices && slicesOf(service, endpointSlices));
  const endpoints = endpointSlices && endpointsOf(service, vm, endpointSlices);
  const pod = livePod(vm);
  return [
    {
      content: {
        box: 'pod',
        vmName: nameOf(vm.vm),
        node: pod?.spec?.nodeName ?? vm.vmi?.status?.nodeName ?? '',
        ...addressOfEndpoint(vm, endpoints),
      },
      state: isSelected ? stateOfPod(pictured) : 'blocked-here',
      ports,
    },
    {
      content: {
        box: 'guest',
        vmName: nameOf(vm.vm),
        address: bridgedAddress(vm),
        test: path.find(({ hop }) => hop === 'guest')?.test,
      },
      state: statesOf(pictured, ['guest'])[0],
      ports,
    },
  ];
}

/** What is drawn of the way to the VMs of a Service: only what was read, with the states of the hops of each path. */
export function connectionPicture(input: PictureInput): Picture {
  const { service, vms } = input;
  const before = entrance(input);
  const line = [
    ...before,
    serviceBox(
      input,
      before.some(({ content }) => content.box === 'route'),
    ),
  ];
  if (!traitsOf(service).selectsPods) {
    const target = service.spec?.externalName ?? '';
    return { line, branches: [[{ content: { box: 'alias', target }, state: undefined, ports: [] }]], more: 0 };
  }
  const drawn = vms.length > BRANCHES ? BRANCHES - 1 : vms.length;
  return {
    line,
    branches: vms.slice(0, drawn).map((vm) => branch(input, vm)),
    more: vms.length - drawn,
  };
}
