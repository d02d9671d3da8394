import { endpointsOf, slicesOf } from '../../k8s/endpoints';
import { refOf, namespaceOf, nameOf, type Service } from '../../k8s/objects';
import { mirroredSlicesOf } from '../../k8s/mirroredSlices';
import type { Finding, Rule, Situation } from '../rule';
import { whenProven } from './udnRules';
import { oc } from '../../k8s/oc';

const hasSelector = ({ spec }: Service): boolean => Object.keys(spec?.selector ?? {}).length > 0;
const sliceObject = ({ service, endpointSlices = [] }: Situation): Finding['object'] => ({
  kind: 'EndpointSlice',
  name: nameOf(slicesOf(service, endpointSlices)[0] ?? {}),
});
const mirroredCommand = ({ service }: Situation): string =>
  oc.list('endpointslices', namespaceOf(service), '-l', `k8s.ovn.org/service-name=${nameOf(service)}`, '-o', 'yaml');

/** Slices that OVN-Kubernetes mirrors to a user-defined network: only these hold addresses that are reached there. */
export const udnSliceRules: readonly Rule[] = [
  {
    // the mirror copies only what the endpoint controller makes (ovn-kubernetes/ovn-kubernetes#6795)
    code: 'U4',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['primaryNetwork', 'endpointSlices'],
    concerns: ({ service }) => service.spec?.type !== 'ExternalName' && !hasSelector(service),
    detect: whenProven((situation) =>
      slicesOf(situation.service, situation.endpointSlices ?? []).length > 0
        ? {
            object: sliceObject(situation),
            field: 'metadata.labels[endpointslice.kubernetes.io/managed-by]',
            actual: '',
            needed: 'endpointslice-controller.k8s.io',
          }
        : undefined,
    ),
    command: mirroredCommand,
  },
  {
    code: 'U2',
    grade: 'blocks',
    hop: 'EndpointSlice',
    reads: ['primaryNetwork', 'endpointSlices'],
    concerns: ({ service }) =>
      service.spec?.type !== 'ExternalName' && service.spec?.clusterIP !== 'None' && hasSelector(service),
    detect: whenProven((situation) =>
      // what is not in the default slice is not there to be mirrored: another rule says why
      endpointsOf(situation.service, situation.vm, situation.endpointSlices ?? []).length === 0 ||
      mirroredSlicesOf(situation.service, situation.endpointSlices ?? []).some(
        ({ endpoints }) => (endpoints ?? []).length > 0,
      )
        ? undefined
        : {
            object: sliceObject(situation),
            field: 'metadata.labels[k8s.ovn.org/service-name]',
            actual: '',
            needed: nameOf(situation.service),
          },
    ),
    command: mirroredCommand,
  },
  {
    // openshift/openshift-docs#98443
    code: 'U7',
    grade: 'caveat',
    hop: 'client',
    reads: ['primaryNetwork'],
    concerns: ({ service }) => (service.spec?.ports ?? []).some(({ nodePort }) => nodePort),
    detect: whenProven(({ service, vm }) => ({
      object: { kind: 'Service', name: nameOf(service) },
      field: 'spec.ports[].nodePort',
      actual: (service.spec?.ports ?? []).flatMap(({ nodePort }) => nodePort ?? []).join(', '),
      needed: vm.vmi?.status?.nodeName ?? '',
    })),
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'wide'),
  },
];
