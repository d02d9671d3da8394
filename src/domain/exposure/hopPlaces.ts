import type { Hop } from '../diagnosis/rule';
import type { Situation } from '../diagnosis/situation';
import { endpointsIn, slicesOf } from '../k8s/endpoints';
import { entrancesTo } from '../k8s/entrances';
import { nameOf } from '../k8s/objects';
import { livePod, liveVmi } from '../k8s/seen';
import { podNic } from '../kubevirt/podNic';
import { routeState } from '../service/routeUrl';
import { serviceAddresses } from '../service/serviceAddresses';

type Known = Pick<Situation, 'service' | 'vm' | 'endpointSlices' | 'routes' | 'ingresses'>;

/** The endpoint of the VM as clients' traffic is sent to it: with the port where all traffic goes to one. */
function endpointPlace({ service, vm, endpointSlices }: Known): string | undefined {
  const [found] = slicesOf(service, endpointSlices ?? []).flatMap((slice) =>
    endpointsIn(slice, vm).map(({ addresses }) => ({ address: addresses[0], ports: slice.ports ?? [] })),
  );
  if (!found?.address) return undefined;
  const [only, ...more] = found.ports;
  if (only?.port === undefined || more.length > 0) return found.address;
  return found.address.includes(':') ? `[${found.address}]:${only.port}` : `${found.address}:${only.port}`;
}

/** Where clients outside the cluster enter: the URLs of Routes, the names of Ingresses and of Routes without a host. */
const entrancePlace = ({ service, routes, ingresses }: Known): string =>
  [
    ...new Set(
      entrancesTo(service, routes, ingresses).map(({ name, route }) => (route && routeState(route).url) || name),
    ),
  ].join(', ');

/**
 * The very address or object that stands at each hop of a connection; a hop is left out where none was read or there is
 * none.
 */
export function hopPlaces(known: Known): Readonly<Partial<Record<Hop, string>>> {
  const { service, vm } = known;
  const pod = livePod(vm);
  const vmi = liveVmi(vm);
  const places: Readonly<Partial<Record<Hop, string | undefined>>> = {
    Route: entrancePlace(known),
    Service: serviceAddresses(service)[0]?.text ?? nameOf(service),
    EndpointSlice: endpointPlace(known),
    Pod: pod?.status?.podIP ?? (pod && nameOf(pod)),
    NIC: vmi && podNic(vmi.spec)?.name,
    guest: nameOf(vm.vm),
  };
  return Object.fromEntries(Object.entries(places).filter(([, place]) => place));
}
