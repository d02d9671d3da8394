import type { Pod, Service } from '../k8s/objects';
import { labelsOf } from '../k8s/objects';
import { servingPods } from '../k8s/seen';
import { vmNameOf } from '../kubevirt/podOwner';
import { selects } from '../labels/selector';

/**
 * The names of the VMs that an existing Service selects now, in alphabetical order, each once.
 * @param pods those of the namespace that run VMs
 */
export const reachedVms = ({ spec }: Pick<Service, 'spec'>, pods: readonly Pod[]): string[] =>
  [
    ...new Set(
      servingPods(pods)
        .filter((pod) => selects(spec?.selector ?? {}, labelsOf(pod)))
        .flatMap((pod) => vmNameOf(pod) ?? []),
    ),
  ].sort((a, b) => a.localeCompare(b));
