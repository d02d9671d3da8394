import {
  addressesOf,
  endpointsOf,
  isKeptByHand,
  MANAGED_BY_KEY,
  managerOf,
  slicesOf,
  takesTraffic,
} from '../../k8s/endpoints';
import { traitsOf } from '../../k8s/exposedTypes';
import { nameOf, type EndpointSlice } from '../../k8s/objects';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { ownSlices } from './endpointPorts';
import { showSlices } from './lookCommands';
import { selectorOf } from './selector/selectorMatch';
import { objectOf, sliceObject } from './selector/whereFound';

/** What is wrong with the slices of the Service, whoever keeps them. */
export interface SliceFacts {
  /** addresses of the endpoints that the VM does not have, and those that it has */
  E4: { readonly foreign: readonly string[]; readonly own: readonly string[] };
  /** the controller that keeps the slice; '' for one that was made by hand */
  E7: { readonly managedBy: string };
  /** addresses that get a share of the connections although no selected pod has them */
  E8: { readonly addresses: readonly string[] };
}

/** Copies Endpoints that someone made by hand (kubernetes, EndpointSlice mirroring). */
const MIRRORING = 'endpointslicemirroring-controller.k8s.io';

const hasSelector = (situation: Situation): boolean => Object.keys(selectorOf(situation)).length > 0;
const allSlices = ({ service, endpointSlices = [] }: Situation): readonly EndpointSlice[] =>
  slicesOf(service, endpointSlices);

/** Addresses that this VM does not have, of the endpoints that pass for it; without a selector of all endpoints. */
function foreignAddresses(situation: Situation): string[] {
  const { service, vm } = situation;
  const slices = allSlices(situation);
  const own = endpointsOf(service, vm, slices);
  const passing =
    own.length === 0 && !hasSelector(situation) ? slices.flatMap(({ endpoints }) => endpoints ?? []) : own;
  const known = addressesOf(vm);
  const addresses = passing.flatMap((endpoint) => endpoint.addresses);
  // one that is right is enough
  return addresses.some((address) => known.has(address)) ? [] : addresses;
}

/** The first slice that sends to addresses that neither this VM nor another selected pod has, with these. */
function strayed(situation: Situation): { readonly slice: EndpointSlice; readonly addresses: string[] } | undefined {
  const { vm, selectedPods = [] } = situation;
  const known = addressesOf(vm);
  selectedPods.forEach(({ status }) => (status?.podIPs ?? []).forEach(({ ip }) => ip && known.add(ip)));
  return allSlices(situation)
    .map((slice) => ({
      slice,
      addresses: (slice.endpoints ?? [])
        .filter(takesTraffic)
        .flatMap(({ addresses }) => addresses)
        .filter((address) => !known.has(address)),
    }))
    .find(({ addresses }) => addresses.length > 0);
}

export const sliceRules: RulesOf<SliceFacts> = [
  {
    // a slice that names the pod but holds another address, or one of a Service without selector that holds only others
    code: 'E4',
    grade: 'blocking',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    concerns: ({ service }) => traitsOf(service).selectsPods,
    detect: (situation) => {
      const foreign = foreignAddresses(situation);
      const own = [...addressesOf(situation.vm)];
      return own.length > 0 && foreign.length > 0
        ? { object: sliceObject(situation), field: 'endpoints[].addresses', facts: { foreign, own } }
        : undefined;
    },
    command: showSlices(),
  },
  {
    // every slice of a Service counts, also one that was left behind when the Service got a selector
    code: 'E8',
    grade: 'limitation',
    hop: 'EndpointSlice',
    reads: ['endpointSlices', 'selectedPods'],
    concerns: (situation) => hasSelector(situation) && ownSlices(situation).length > 0,
    detect: (situation) => {
      const found = foreignAddresses(situation).length > 0 ? undefined : strayed(situation);
      return (
        found && {
          object: objectOf('EndpointSlice', nameOf(found.slice)),
          field: 'endpoints[].addresses',
          facts: { addresses: found.addresses },
        }
      );
    },
    command: showSlices(),
  },
  {
    // the endpoint controllers do not update it when the VM's address changes
    code: 'E7',
    grade: 'limitation',
    hop: 'EndpointSlice',
    reads: ['endpointSlices'],
    detect: (situation) => {
      const made = allSlices(situation).find(isKeptByHand);
      if (!made) return undefined;
      const manager = managerOf(made);
      return {
        object: objectOf('EndpointSlice', nameOf(made)),
        field: `metadata.labels[${MANAGED_BY_KEY}]`,
        facts: { managedBy: manager === MIRRORING ? '' : manager },
      };
    },
    command: showSlices(),
  },
];
