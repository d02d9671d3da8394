import { labelValue, nameOf, type Labels, type NetworkAttachmentDefinition } from '../k8s/objects';

/** The network that the pods of a namespace have their first interface on. */
export type PrimaryNetwork =
  | { readonly kind: 'default' }
  /**
   * a user-defined one, by the NetworkAttachmentDefinition that OVN-Kubernetes makes of it; topology `layer2` or
   * `layer3`
   */
  | { readonly kind: 'user-defined'; readonly name: string; readonly topology: string }
  /** the namespace asks for one, but none was found, or with `wereNetworksRead` false, none could be looked for */
  | { readonly kind: 'labelled-only'; readonly wereNetworksRead: boolean };

/** Has to be set when the namespace is made; by itself it is no proof, the network may be missing. */
export const PRIMARY_NETWORK_LABEL = 'k8s.ovn.org/primary-user-defined-network';

/** The JSON of `spec.config`; anything can be written there, so what does not read as an object is no network. */
function configOf({ spec }: NetworkAttachmentDefinition): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(spec?.config ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * The primary network of a namespace, or undefined when what was read does not tell.
 * @param namespaceLabels undefined when the Namespace could not be read
 * @param networks NetworkAttachmentDefinitions of the namespace, undefined when they could not be read
 */
export function toPrimaryNetwork(
  namespaceLabels: Labels | undefined,
  networks: readonly NetworkAttachmentDefinition[] | undefined,
): PrimaryNetwork | undefined {
  const primary = networks
    ?.map((network) => ({ network, config: configOf(network) }))
    .find(({ config }) => config.role === 'primary');
  if (primary) {
    const { topology } = primary.config;
    return {
      kind: 'user-defined',
      name: nameOf(primary.network),
      topology: typeof topology === 'string' ? topology.toLowerCase() : '',
    };
  }
  if (labelValue(namespaceLabels, PRIMARY_NETWORK_LABEL) !== undefined)
    return { kind: 'labelled-only', wereNetworksRead: networks !== undefined };
  return networks && { kind: 'default' };
}
