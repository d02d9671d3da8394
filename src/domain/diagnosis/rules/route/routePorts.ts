import { slicesOf } from '../../../k8s/endpoints';
import type { Entrance } from '../../../k8s/entrances';
import { nameOf, type Route, type Service } from '../../../k8s/objects';
import { isKnownNotHttp } from '../../../service/routeDraft';
import { patchStep } from '../../../steps/patchStep';
import type { Step } from '../../../steps/step';
import type { Situation } from '../../situation';

export type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

export const portsOf = ({ service }: Situation): readonly ServicePort[] => service.spec?.ports ?? [];

/**
 * By what a Route may ask for a port of the Service: its name, or the number at the pod. The router compares both with
 * the endpoints (openshift/router, `endpointsForAlias`), and where neither matches the Route has no target; the Service
 * port's own number is none of them. A target port by name has a number only in the slices.
 */
const namesForRoute = (
  { name, port, targetPort }: ServicePort,
  { endpointSlices = [], service }: Situation,
): readonly (string | number)[] => {
  const target: number | string = targetPort ?? port;
  const atPod =
    typeof target === 'number'
      ? [target]
      : slicesOf(service, endpointSlices).flatMap(({ ports }) =>
          (ports ?? []).filter((own) => (own.name ?? '') === (name ?? '')).flatMap((own) => own.port ?? []),
        );
  return [...(name ? [name] : []), ...atPod];
};

/** By what an Ingress may ask for it. */
const namesForIngress = ({ name, port }: ServicePort): readonly (string | number)[] => [...(name ? [name] : []), port];

/** By what a Route or an Ingress may ask for a port of the Service, the best way first. */
export const namesOf = (
  port: ServicePort,
  kind: Entrance['kind'],
  situation: Situation,
): readonly (string | number)[] => (kind === 'Route' ? namesForRoute(port, situation) : namesForIngress(port));

/** True for a number that a target port by name may turn out to be, while no slice says which number it is. */
const mayBeAtPod = (situation: Situation, own: ServicePort, { kind, port }: Entrance): boolean =>
  kind === 'Route' && /^\d+$/.test(String(port)) && namesForRoute(own, situation).every((name) => name === own.name);

/** The ports of the Service that a Route or an Ingress sends connections to: all of them where it names none. */
export const portsAsked = (situation: Situation, entrance: Entrance): readonly ServicePort[] =>
  portsOf(situation).filter(
    (own) =>
      entrance.port === undefined ||
      namesOf(own, entrance.kind, situation).some((name) => String(name) === String(entrance.port)) ||
      mayBeAtPod(situation, own, entrance),
  );

/** The router passes over UDP endpoints (openshift/router, `createRouterEndpoints`). */
export const isForRouter = ({ protocol = 'TCP' }: ServicePort): boolean => protocol !== 'UDP';

/** The number of the port at the VM that a Route sends connections to; undefined also where there are several. */
export function targetOf(situation: Situation, route: Route): number | undefined {
  const entrance = { kind: 'Route', name: nameOf(route), port: route.spec.port?.targetPort, isByRouter: true } as const;
  const [own, ...others] = portsAsked(situation, entrance).filter(isForRouter);
  const target: string | number | undefined = own?.targetPort ?? own?.port;
  return typeof target === 'number' && (others.length === 0 || entrance.port !== undefined) ? target : undefined;
}

/**
 * The port that a Route without a usable one means: what it asked for by the Service's own number or the target port's
 * name, else the only one that can be HTTP, else the one with the usual name. Undefined where that is a guess.
 */
function portMeant(situation: Situation, { spec: { port: asked, tls } }: Route): ServicePort | undefined {
  const ports = portsOf(situation).filter(isForRouter);
  const only = (some: readonly ServicePort[]) => (some.length === 1 ? some[0] : undefined);
  const endsBehind = tls?.termination === 'passthrough' || tls?.termination === 'reencrypt';
  return (
    only(
      ports.filter(
        ({ port, targetPort }) => asked && [port, targetPort].map(String).includes(String(asked.targetPort)),
      ),
    ) ??
    only(ports) ??
    only(ports.filter(({ port, targetPort }) => !isKnownNotHttp(String(targetPort ?? port)))) ??
    only(ports.filter(({ name }) => name === (endsBehind ? 'https' : 'http')))
  );
}

/** Leads a Route to the port that it means; [] where that is not known, or other Services share the Route's port. */
export function nameRoutePort(situation: Situation, route: Route): Step[] {
  const port = portMeant(situation, route);
  const [after] = port ? namesForRoute(port, situation) : [];
  if (after === undefined || route.spec.to.name !== nameOf(situation.service)) return [];
  if ((route.spec.alternateBackends ?? []).length > 0) return [];
  const before = route.spec.port?.targetPort ?? null;
  return patchStep(`route/${nameOf(route)}`, 'Route', route, { of: 'route', before, after });
}
