import { slicesOf } from '../../k8s/endpoints';
import { nameOf, uidOf } from '../../k8s/objects';
import { livePod, servingPods } from '../../k8s/seen';
import { oc } from '../../k8s/oc';
import type { NoFacts, RulesOf } from '../rule';
import type { Situation } from '../situation';
import { namespaceOf, showService, showSlices } from './lookCommands';
import { numberAtVm } from './endpointPorts';
import { fixService } from './remedies';
import { namesVm, podSubdomain } from './selector/subdomainRules';
import { podObject, serviceObject, sliceObject } from './selector/whereFound';

/** What DNS has of a VM behind a headless Service. */
export interface HeadlessDnsFacts {
  /** the hostname that the endpoint would have */
  H3: { readonly hostname: string };
  H5: NoFacts;
  /** the hostname, and the other pods that have it too */
  H6: { readonly hostname: string; readonly pods: readonly string[] };
  /** ports whose target is another one */
  H7: { readonly ports: readonly { readonly port: number; readonly target: number }[] };
}

const POD_NAMES = 'custom-columns=NAME:.metadata.name,HOSTNAME:.spec.hostname,SUBDOMAIN:.spec.subdomain';

const ownHostnames = ({ service, vm, endpointSlices = [] }: Situation): (string | undefined)[] =>
  slicesOf(service, endpointSlices)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ targetRef }) => targetRef?.uid !== undefined && targetRef.uid === uidOf(livePod(vm)))
    .map(({ hostname }) => hostname);

export const headlessDnsRules: RulesOf<HeadlessDnsFacts> = [
  {
    // not ready, not published: then DNS has neither its name nor its address
    code: 'H5',
    grade: 'blocking',
    hop: 'EndpointSlice',
    reads: ['pods'],
    concerns: namesVm,
    detect: (situation) => {
      const { service, vm } = situation;
      const ready = livePod(vm)?.status?.conditions?.find(({ type }) => type === 'Ready');
      return ready && ready.status !== 'True' && !service.spec?.publishNotReadyAddresses
        ? { object: serviceObject(situation), field: 'spec.publishNotReadyAddresses', facts: {} }
        : undefined;
    },
    fix: ({ service }) => fixService(service, { publishNotReadyAddresses: true }),
    command: showSlices(),
  },
  {
    code: 'H3',
    grade: 'blocking',
    hop: 'EndpointSlice',
    reads: ['pods', 'endpointSlices'],
    concerns: namesVm,
    detect: (situation) => {
      const hostnames = ownHostnames(situation);
      // with another subdomain the controller leaves it out, as H1 and H2 tell
      return podSubdomain(situation) === nameOf(situation.service) && hostnames.length > 0 && !hostnames.some(Boolean)
        ? {
            object: sliceObject(situation),
            field: 'endpoints[].hostname',
            facts: { hostname: livePod(situation.vm)?.spec?.hostname ?? nameOf(situation.vm.vm) },
            isPartial: true,
          }
        : undefined;
    },
    command: showSlices(),
  },
  {
    code: 'H6',
    grade: 'limitation',
    hop: 'Pod',
    reads: ['pods', 'selectedPods'],
    concerns: namesVm,
    detect: (situation) => {
      const { service, vm, selectedPods = [] } = situation;
      const own = livePod(vm)?.spec;
      const uids = new Set(vm.pods.map(uidOf));
      const isNamed = (spec: typeof own): boolean =>
        spec?.subdomain === nameOf(service) && spec.hostname !== undefined && spec.hostname === own?.hostname;
      const same = isNamed(own)
        ? servingPods(selectedPods).filter((pod) => !uids.has(uidOf(pod)) && isNamed(pod.spec))
        : [];
      return same.length > 0
        ? {
            object: podObject(situation),
            field: 'spec.hostname',
            facts: { hostname: own?.hostname ?? '', pods: same.map(nameOf) },
          }
        : undefined;
    },
    command: (situation) => oc.list('pods', namespaceOf(situation), '-o', POD_NAMES),
  },
  {
    // nothing stands between client and VM that could change the port
    code: 'H7',
    grade: 'note',
    hop: 'client',
    concerns: namesVm,
    detect: (situation) => {
      const moved = (situation.service.spec?.ports ?? []).flatMap((servicePort) => {
        const { port } = servicePort;
        const target = numberAtVm(situation, servicePort);
        return target === undefined || target === port ? [] : [{ port, target }];
      });
      return moved.length > 0
        ? { object: serviceObject(situation), field: 'spec.ports[].targetPort', facts: { ports: moved } }
        : undefined;
    },
    command: showService('jsonpath={.spec.ports}'),
  },
];
