import { refOf, namespaceOf, nameOf } from '../../k8s/objects';
import { PRIMARY_NETWORK_LABEL, type PrimaryNetwork } from '../../network/primaryNetwork';
import type { Detected, Finding, Rule, Situation } from '../rule';
import { oc } from '../../k8s/oc';

export type UserDefined = Extract<PrimaryNetwork, { kind: 'user-defined' }>;

/** The namespace's user-defined network when it is proven that there is one; its name is a NetworkAttachmentDefinition's. */
const provenNetwork = ({ primaryNetwork }: Situation): UserDefined | undefined =>
  primaryNetwork?.kind === 'user-defined' ? primaryNetwork : undefined;

/** Only says something of a network that is proven; the label alone leaves it open as long as the networks were not read. */
export const whenProven =
  (detect: (situation: Situation, network: UserDefined) => Detected) =>
  (situation: Situation): Detected => {
    const { primaryNetwork } = situation;
    const network = provenNetwork(situation);
    if (network) return detect(situation, network);
    return primaryNetwork?.kind === 'labelled-only' && !primaryNetwork.wereNetworksRead ? 'not-checked' : undefined;
  };

const isHeadless = ({ service }: Situation): boolean => service.spec?.clusterIP === 'None';
const hasClusterIpOnly = (situation: Situation): boolean =>
  (situation.service.spec?.type ?? 'ClusterIP') === 'ClusterIP' && !isHeadless(situation);
const serviceRef = ({ service }: Situation): Finding['object'] => ({ kind: 'Service', name: nameOf(service) });

/** What cannot work on a namespace whose primary network is a user-defined one (OVN-Kubernetes). */
export const udnBlocks: readonly Rule[] = [
  {
    code: 'U6',
    grade: 'blocks',
    hop: 'NIC',
    reads: ['primaryNetwork'],
    detect: whenProven((_, network) =>
      network.topology === 'layer3'
        ? {
            object: { kind: 'NetworkAttachmentDefinition', name: network.name },
            field: 'spec.config topology',
            actual: 'layer3',
            needed: 'layer2',
          }
        : undefined,
    ),
    command: ({ vm }) => oc.list('network-attachment-definitions', namespaceOf(vm.vm), '-o', 'yaml'),
  },
  {
    // the name resolves to the pod's address on the default network, where the guest is not
    code: 'U5',
    grade: 'blocks',
    hop: 'Service',
    reads: ['primaryNetwork'],
    concerns: isHeadless,
    detect: whenProven((situation) => ({
      object: serviceRef(situation),
      field: 'spec.clusterIP',
      actual: 'None',
      needed: '',
    })),
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'wide'),
  },
];

/** What works otherwise than on the default network. */
export const udnCaveats: readonly Rule[] = [
  {
    code: 'U3',
    grade: 'caveat',
    hop: 'client',
    reads: ['primaryNetwork'],
    concerns: hasClusterIpOnly,
    detect: whenProven((situation) => ({
      object: serviceRef(situation),
      field: 'spec.type',
      actual: 'ClusterIP',
      needed: 'NodePort, LoadBalancer',
    })),
    command: ({ service }) => oc.get(refOf('Service', service), '-o', 'wide'),
  },
  {
    code: 'U1',
    grade: 'info',
    hop: 'Service',
    reads: ['primaryNetwork'],
    detect: ({ vm, primaryNetwork }) => {
      if (primaryNetwork?.kind === 'user-defined')
        return {
          object: { kind: 'NetworkAttachmentDefinition', name: primaryNetwork.name },
          field: 'spec.config',
          actual: primaryNetwork.topology,
          needed: '',
        };
      // the label alone is no proof: the network may be missing
      return primaryNetwork?.kind === 'labelled-only'
        ? {
            object: { kind: 'Namespace', name: namespaceOf(vm.vm) },
            field: 'metadata.labels',
            actual: PRIMARY_NETWORK_LABEL,
            needed: '',
          }
        : undefined;
    },
    command: ({ vm }) => oc.list('network-attachment-definitions', namespaceOf(vm.vm), '-o', 'yaml'),
  },
];
