import { entrancesTo } from '../k8s/entrances';
import { traitsOf } from '../k8s/exposedTypes';
import type { EndpointSlice, Route, Service } from '../k8s/objects';

/** A port as text, such as `80/TCP` or `8080/TCP`; a named port whose number was not read as `http/TCP`. */
export type PortText = string;

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
const portsOf = ({ spec }: Service): readonly ServicePort[] => spec?.ports ?? [];
const withProtocol = (number: number | string, { protocol }: ServicePort): PortText => `${number}/${protocol ?? 'TCP'}`;

/** The ports of the Service itself. */
export const portsServed = (service: Service): PortText[] =>
  portsOf(service).map((port) => withProtocol(port.port, port));

/**
 * The ports at which traffic arrives at the pods of a Service.
 * @param slices those of the Service, which tell the number of a named port; undefined where they were not read
 */
export const portsTargeted = (service: Service, slices: readonly EndpointSlice[] | undefined): PortText[] =>
  unique(
    portsOf(service).map((port) => {
      const { name = '', targetPort = port.port } = port;
      const told = (slices ?? []).flatMap(({ ports }) => ports ?? []).find((one) => (one.name ?? '') === name)?.port;
      return withProtocol(
        typeof targetPort === 'string' && !/^\d+$/.test(targetPort) ? (told ?? targetPort) : targetPort,
        port,
      );
    }),
  );

/**
 * The ports that clients use. Where the Service has no address of its own nothing translates them.
 * @param isAtNode true for the address of a node, which knows the Service by its node ports
 */
export function portsAsked(service: Service, isAtNode: boolean): PortText[] {
  if (isAtNode) return portsOf(service).flatMap((port) => (port.nodePort ? withProtocol(port.nodePort, port) : []));
  const { selectsPods, hasClusterIp } = traitsOf(service);
  return selectsPods && !hasClusterIp ? portsTargeted(service, undefined) : portsServed(service);
}

/** The ports of the Service that its first Route sends traffic to; a Route that names none sends to all. */
export function portsOfRoute(service: Service, routes: readonly Route[]): PortText[] {
  const [entrance] = entrancesTo(service, routes, undefined);
  const named = portsOf(service).filter(
    ({ name, targetPort, port }) =>
      entrance?.port !== undefined && [name, String(targetPort ?? port)].includes(String(entrance.port)),
  );
  return named.length > 0 ? named.map((port) => withProtocol(port.port, port)) : portsServed(service);
}
