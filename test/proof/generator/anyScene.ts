import {
  NODES,
  SERVICE,
  SITUATIONS_OF_SCENE,
  WANTED,
  type Scene,
  type SceneService,
  type SceneSlice,
  type SceneVm,
  type ServiceSpec,
} from '../scene';
import { anyPolicy } from './anyPolicy';
import { anyService } from './anyService';
import { anyVm } from './anyVm';
import { Chance } from './chance';

const listOf = <T>(length: number, one: (index: number) => T): T[] => Array.from({ length }, (_, index) => one(index));

/** The numbers that a slice has for the ports of a Service; a named target is taken for 8080. */
const slicePorts = ({ ports = [] }: ServiceSpec): SceneSlice['ports'] =>
  ports.map(({ name, port, protocol, targetPort = port }) => ({
    ...(name === undefined ? {} : { name }),
    ...(protocol === undefined ? {} : { protocol }),
    port: typeof targetPort === 'number' ? targetPort : 8080,
  }));

/** Slices that no controller made: what people write for a Service without selector, and what is left of earlier. */
function anySlices(chance: Chance, name: string, service: ServiceSpec, vms: readonly SceneVm[]): SceneSlice[] {
  if (!service.ports || (service.selector && !chance.oneIn(10))) return [];
  const [first] = vms;
  const of = first?.isHalted || chance.oneIn(3) ? 'nobody' : (first?.name ?? 'nobody');
  return [
    {
      name: `${name}-by-hand`,
      ...chance.sometimes(3, () => ({ managedBy: 'somebody' })),
      ports: chance.oneIn(6) ? [{ port: 9999 }] : slicePorts(service),
      endpoints: [
        {
          of,
          ...(first && !first.isHalted && chance.oneIn(3) ? { names: first.name } : {}),
          ...chance.sometimes(6, () => ({ isNotReady: true })),
          ...chance.sometimes(2, () => ({ hasNode: true })),
        },
        ...(chance.oneIn(5) ? [{ of: 'nobody' }] : []),
      ],
    },
  ];
}

/** A Service of that name, with slices that were made by hand for it where it has some. */
function anySceneService(chance: Chance, name: string, vms: readonly SceneVm[]): SceneService {
  const service = anyService(chance);
  const slices = anySlices(chance, name, service, vms);
  // with several addresses a client would see only one of them
  const isOfOne = vms.length === 1 && slices.every(({ endpoints }) => endpoints.every(({ of }) => of === vms[0]?.name));
  const isSticky = isOfOne && service.ports !== undefined && chance.oneIn(8);
  return {
    name,
    ...chance.sometimes(25, () => ({ labels: { 'service.kubernetes.io/service-proxy-name': 'another' } })),
    spec: isSticky ? { ...service, sessionAffinity: 'ClientIP' } : service,
    ...(slices.length > 0 ? { slices } : {}),
  };
}

/**
 * The scene of that number in the run of that seed. More than half are healthy but for one thing or two, since several
 * together hide each other.
 */
export function anyScene(seed: number, number: number): Scene {
  const chance = new Chance(seed, number);
  const vmCount = chance.weighted([
    [7, 1],
    [2, 2],
    [1, 3],
  ]);
  const vms = listOf(vmCount, (index) => anyVm(chance, `vm${index + 1}`));
  const services = listOf(SITUATIONS_OF_SCENE, (index) =>
    anySceneService(chance, index === 0 ? SERVICE : `${SERVICE}-${index + 1}`, vms),
  );
  const policyCount = chance.weighted([
    [5, 0],
    [3, 1],
    [2, 2],
  ]);
  const policies = listOf(policyCount, () => anyPolicy(chance));
  const isSticky = services.some(({ spec }) => spec.sessionAffinity !== undefined);
  return {
    number,
    vms,
    services,
    ...(policies.length > 0 ? { policies } : {}),
    ...(isSticky
      ? {}
      : chance.sometimes(10, () => ({ pods: [{ name: 'nginx', labels: WANTED, node: chance.pick(NODES) }] }))),
    ...chance.sometimes(2, () => ({ clientLabels: { role: chance.pick(['client', 'other']) } })),
    clientNode: chance.pick(NODES),
    ...chance.sometimes(4, () => ({ namespaceLabels: { team: 'own' } })),
  };
}
