import { traitsOf } from '../../../k8s/exposedTypes';
import { endpointsIn, endpointsOf, slicesOf } from '../../../k8s/endpoints';
import { nameOf, type Service } from '../../../k8s/objects';
import { nodePortsOf } from '../../../k8s/nodePorts';
import { mirroredSlicesOf } from '../../../k8s/mirroredSlices';
import type { NoFacts, RulesOf } from '../../rule';
import { showService, showSlices } from '../lookCommands';
import { serviceObject, sliceObject } from '../selector/whereFound';
import { whenProven } from './udnRules';

/** What of the Service does not get to the user-defined network. */
export interface UdnSliceFacts {
  /** the Service that no mirrored slice has endpoints of */
  U2: { readonly service: string };
  U4: NoFacts;
  /** its node ports, and the node that the VM is on; '' while it is not known */
  U7: { readonly nodePorts: readonly number[]; readonly node: string };
}

const hasSelector = ({ spec }: Service): boolean => Object.keys(spec?.selector ?? {}).length > 0;

/** Slices that OVN-Kubernetes mirrors to a user-defined network: only these hold addresses that are reached there. */
export const udnSliceRules: RulesOf<UdnSliceFacts> = [
  {
    // the mirror copies only what the endpoint controller makes (ovn-kubernetes/ovn-kubernetes#6795)
    code: 'U4',
    grade: 'blocking',
    hop: 'EndpointSlice',
    reads: ['primaryNetwork', 'endpointSlices'],
    concerns: ({ service }) => traitsOf(service).selectsPods && !hasSelector(service),
    detect: whenProven((situation) =>
      slicesOf(situation.service, situation.endpointSlices ?? []).length > 0
        ? {
            object: sliceObject(situation),
            field: 'metadata.labels[endpointslice.kubernetes.io/managed-by]',
            facts: {},
          }
        : undefined,
    ),
    command: showSlices('k8s.ovn.org/service-name'),
  },
  {
    code: 'U2',
    grade: 'blocking',
    hop: 'EndpointSlice',
    reads: ['primaryNetwork', 'endpointSlices'],
    concerns: ({ service }) => traitsOf(service).hasClusterIp && hasSelector(service),
    detect: whenProven((situation) =>
      // what is not in the default slice is not there to be mirrored: another rule says why; a mirrored endpoint names
      // its pod, and one that does not may be this VM's
      endpointsOf(situation.service, situation.vm, situation.endpointSlices ?? []).length === 0 ||
      mirroredSlicesOf(situation.service, situation.endpointSlices ?? []).some(
        (slice) =>
          (slice.endpoints ?? []).some(({ targetRef }) => !targetRef?.uid) ||
          endpointsIn(slice, situation.vm).length > 0,
      )
        ? undefined
        : {
            object: sliceObject(situation),
            field: 'metadata.labels[k8s.ovn.org/service-name]',
            facts: { service: nameOf(situation.service) },
          },
    ),
    command: showSlices('k8s.ovn.org/service-name'),
  },
  {
    // openshift/openshift-docs#98443
    code: 'U7',
    grade: 'limitation',
    hop: 'client',
    reads: ['primaryNetwork'],
    concerns: ({ service }) => nodePortsOf(service).length > 0,
    detect: whenProven((situation) => ({
      object: serviceObject(situation),
      field: 'spec.ports[].nodePort',
      facts: {
        nodePorts: nodePortsOf(situation.service),
        node: situation.vm.vmi?.status?.nodeName ?? '',
      },
    })),
    command: showService('wide'),
  },
];
