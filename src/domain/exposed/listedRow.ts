import { mainAddress, type MainAddress } from '../exposure/mainAddress';
import { routeBackends } from '../k8s/entrances';
import { exposedTypeOf, type ExposedType } from '../k8s/exposedTypes';
import { labelsOf, nameOf, namespaceOf, type Route, type Service, type VirtualMachine } from '../k8s/objects';
import { vmStatusKind, type VmStatusKind } from '../kubevirt/vmStatus';
import { dnsNames } from '../service/dnsNames';
import { serviceAddresses } from '../service/serviceAddresses';
import { portTexts } from '../service/servicePort';
import { routeState } from '../service/routeUrl';
import { creatorOf } from './creator';
import type { ExposedRow } from './exposedVms';

/** What a row is found, sorted and exported by, beside its status. */
interface ListedTexts {
  /** unique among all rows */
  readonly key: string;
  readonly namespace: string;
  readonly vmNames: readonly string[];
  readonly vmStates: readonly VmStatusKind[];
  /** `key=value` of the Service and of its VMs */
  readonly labels: readonly string[];
}

/** A Service that reaches a VM or nearly does. */
export interface ListedService extends ListedTexts {
  readonly kind: 'service';
  readonly row: ExposedRow;
  readonly serviceName: string;
  /** undefined while it is waited for */
  readonly address: MainAddress | undefined;
  /** all addresses that the Service is known by, for the search */
  readonly addresses: readonly string[];
  readonly access: ExposedType;
  readonly ports: readonly string[];
  readonly dnsName: string;
  /** undefined where nothing tells it */
  readonly creator: string | undefined;
  /** RFC 3339 */
  readonly created: string;
}

/** A VM that no Service reaches. */
export interface ListedVm extends ListedTexts {
  readonly kind: 'vm';
  readonly vm: VirtualMachine;
}

export type ListedRow = ListedService | ListedVm;

const labelTexts = (labels: Readonly<Record<string, string>>): string[] =>
  Object.entries(labels).map(([key, value]) => `${key}=${value}`);
const vmLabels = (vm: VirtualMachine): string[] => [
  ...labelTexts(labelsOf(vm)),
  ...labelTexts(vm.spec.template?.metadata?.labels ?? {}),
];
const serviceKey = (namespace: string, name: string): string => `${namespace}/${name}`;

/** The first Route to each Service, one that a router admitted before others; by namespace and name of the Service. */
export function routesByService(routes: readonly Route[]): ReadonlyMap<string, Route> {
  const found = new Map<string, Route>();
  for (const route of routes) {
    for (const { kind, name, weight } of routeBackends(route)) {
      if (kind !== 'Service' || weight === 0) continue;
      const key = serviceKey(namespaceOf(route), name);
      const known = found.get(key);
      if (!known || (!routeState(known).isAdmitted && routeState(route).isAdmitted)) found.set(key, route);
    }
  }
  return found;
}

function listedService(row: ExposedRow, route: Route | undefined, clusterDomain: string): ListedService {
  const { service, namespace } = row;
  const vms = row.vms.map(({ seen }) => seen);
  const serviceName = nameOf(service);
  // the name of a VM below a headless Service does not depend on its endpoints
  const address = mainAddress({ service, vms, endpointSlices: undefined, route, clusterDomain });
  const dnsName = dnsNames(serviceName, namespace, clusterDomain)[0]?.name ?? '';
  return {
    kind: 'service',
    key: `service:${row.key}`,
    row,
    namespace,
    serviceName,
    vmNames: vms.map(({ vm }) => nameOf(vm)),
    vmStates: [...new Set(vms.map(({ vm }) => vmStatusKind(vm)))],
    labels: [...new Set([...labelTexts(labelsOf(service)), ...vms.flatMap(({ vm }) => vmLabels(vm))])],
    address,
    addresses: [...new Set([...(address ? [address.text, ...address.or] : []), dnsName, ...addressTexts(service)])],
    access: route ? 'Route' : exposedTypeOf(service),
    ports: portTexts(service),
    dnsName,
    creator: creatorOf(service),
    created: service.metadata?.creationTimestamp ?? '',
  };
}

const addressTexts = (service: Service): string[] => serviceAddresses(service).map(({ text }) => text);

const listedVm = (vm: VirtualMachine): ListedVm => {
  const namespace = namespaceOf(vm);
  return {
    kind: 'vm',
    key: `vm:${serviceKey(namespace, nameOf(vm))}`,
    vm,
    namespace,
    vmNames: [nameOf(vm)],
    vmStates: [vmStatusKind(vm)],
    labels: vmLabels(vm),
  };
};

interface Remembered {
  readonly route: Route | undefined;
  readonly clusterDomain: string;
  readonly listed: ListedService;
}

/**
 * Rows for a list: a function with a memory, which works out again only what has changed. A row that did not change is
 * the same object.
 */
export function rowLister(): {
  readonly ofService: (row: ExposedRow, routes: ReadonlyMap<string, Route>, clusterDomain: string) => ListedService;
  readonly ofVm: (vm: VirtualMachine) => ListedVm;
} {
  const services = new WeakMap<ExposedRow, Remembered>();
  const vms = new WeakMap<VirtualMachine, ListedVm>();
  return {
    ofService: (row, routes, clusterDomain) => {
      const route = routes.get(serviceKey(row.namespace, nameOf(row.service)));
      const known = services.get(row);
      if (known && known.route === route && known.clusterDomain === clusterDomain) return known.listed;
      const listed = listedService(row, route, clusterDomain);
      services.set(row, { route, clusterDomain, listed });
      return listed;
    },
    ofVm: (vm) => {
      const listed = vms.get(vm) ?? listedVm(vm);
      vms.set(vm, listed);
      return listed;
    },
  };
}
