import { traitsOf } from '../../../k8s/exposedTypes';
import { oc } from '../../../k8s/oc';
import type { PrimaryNetwork } from '../../../network/primaryNetwork';
import type { NoFacts, RulesOf, Undecided } from '../../rule';
import type { Situation } from '../../situation';
import { namespaceOf, showService, type Command } from '../lookCommands';
import { objectOf, serviceObject } from '../selector/whereFound';

/** What differs where the primary network of the project is a user-defined one. */
export interface UdnFacts {
  /** the network that was found; by the label alone it is not known that there is one */
  U1: { readonly proof: 'network'; readonly topology: string } | { readonly proof: 'label' };
  U3: NoFacts;
  U5: NoFacts;
  U6: NoFacts;
}

export type UserDefined = Extract<PrimaryNetwork, { kind: 'user-defined' }>;

/**
 * The namespace's user-defined network when it is proven that there is one; its name is a
 * NetworkAttachmentDefinition's.
 */
const provenNetwork = ({ primaryNetwork }: Situation): UserDefined | undefined =>
  primaryNetwork?.kind === 'user-defined' ? primaryNetwork : undefined;

/**
 * Only says something of a network that is proven; the label alone leaves it open as long as the networks were not
 * read.
 */
export const whenProven =
  <Answer>(detect: (situation: Situation, network: UserDefined) => Answer | undefined) =>
  (situation: Situation): Answer | Undecided | undefined => {
    const { primaryNetwork } = situation;
    const network = provenNetwork(situation);
    if (network) return detect(situation, network);
    return primaryNetwork?.kind === 'labelled-only' && !primaryNetwork.wereNetworksRead
      ? { undecidedBy: ['primaryNetwork'] }
      : undefined;
  };

const isHeadless = ({ service }: Situation): boolean => service.spec?.clusterIP === 'None';
const hasClusterIpOnly = ({ service }: Situation): boolean => {
  const { hasClusterIp, hasNodePorts } = traitsOf(service);
  return hasClusterIp && !hasNodePorts;
};
const networksCommand: Command = (situation) =>
  oc.list('network-attachment-definitions', namespaceOf(situation), '-o', 'yaml');

/** What cannot work on a namespace whose primary network is a user-defined one (OVN-Kubernetes). */
export const udnBlocks: RulesOf<Pick<UdnFacts, 'U5' | 'U6'>> = [
  {
    code: 'U6',
    grade: 'blocking',
    hop: 'NIC',
    reads: ['primaryNetwork'],
    detect: whenProven((_, network) =>
      network.topology === 'layer3'
        ? { object: objectOf('NetworkAttachmentDefinition', network.name), field: 'spec.config topology', facts: {} }
        : undefined,
    ),
    command: networksCommand,
  },
  {
    // the name resolves to the pod's address on the default network, where the guest is not
    code: 'U5',
    grade: 'blocking',
    hop: 'Service',
    reads: ['primaryNetwork'],
    concerns: isHeadless,
    detect: whenProven((situation) => ({
      object: serviceObject(situation),
      field: 'spec.clusterIP',
      facts: {},
    })),
    command: showService('wide'),
  },
];

/** What works otherwise than on the default network. */
export const udnCaveats: RulesOf<Pick<UdnFacts, 'U1' | 'U3'>> = [
  {
    code: 'U3',
    grade: 'limitation',
    hop: 'client',
    reads: ['primaryNetwork'],
    concerns: hasClusterIpOnly,
    detect: whenProven((situation) => ({
      object: serviceObject(situation),
      field: 'spec.type',
      facts: {},
    })),
    command: showService('wide'),
  },
  {
    code: 'U1',
    grade: 'note',
    hop: 'Service',
    reads: ['primaryNetwork'],
    detect: (situation) => {
      const { primaryNetwork } = situation;
      if (primaryNetwork?.kind === 'user-defined')
        return {
          object: objectOf('NetworkAttachmentDefinition', primaryNetwork.name),
          field: 'spec.config',
          facts: { proof: 'network', topology: primaryNetwork.topology },
        };
      // the label alone is no proof: the network may be missing
      return primaryNetwork?.kind === 'labelled-only'
        ? { object: objectOf('Namespace', namespaceOf(situation)), field: 'metadata.labels', facts: { proof: 'label' } }
        : undefined;
    },
    // a cluster that has no such network may lack their API too
    command: (situation) =>
      provenNetwork(situation)
        ? networksCommand(situation)
        : oc.listOfCluster('namespace', namespaceOf(situation), '--show-labels'),
  },
];
