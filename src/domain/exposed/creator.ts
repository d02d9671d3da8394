import { managersOf, type ManagementTool } from '../k8s/management';
import { RUN_ANNOTATION } from '../k8s/ownMarks';
import type { Service } from '../k8s/objects';

/** Names of products, the same in every language; undefined where the owner's own kind says more. */
const TOOL_NAMES: Readonly<Record<ManagementTool, string | undefined>> = {
  'virtual-machine-pool': undefined,
  controller: undefined,
  'argo-cd': 'Argo CD',
  flux: 'Flux',
  helm: 'Helm',
  olm: 'OLM',
};

/** What the plugin calls itself. */
const OWN_NAME = 'Expose VM';

/** True when a run of this plugin created the Service. */
export const isMadeHere = ({ metadata }: Service): boolean => Boolean(metadata?.annotations?.[RUN_ANNOTATION]);

/** What created a Service, as far as its marks tell: this plugin, a tool by its name, or the kind of its owner. */
export function creatorOf(service: Service): string | undefined {
  if (isMadeHere(service)) return OWN_NAME;
  const [manager] = managersOf(service, 'spec');
  return manager && (TOOL_NAMES[manager.tool] ?? manager.ownerKind);
}
