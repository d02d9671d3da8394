import { podNic } from './podNic';
import { livePod, liveVmi, type SeenVm } from './seen';
import type { Protocol } from './servicePort';

/** A port of which the VM itself says that something may listen there. */
export interface SuggestedPort {
  readonly name: string;
  readonly port: number;
  readonly protocol: Protocol;
}

interface ListedPort {
  readonly name?: string | undefined;
  readonly port: number;
  readonly protocol?: string | undefined;
}

/** KubeVirt's own ports of the compute container are none of the guest's. */
const isGuests = ({ name = '' }: ListedPort): boolean => !name.startsWith('kubevirt');

function listedPorts(seen: SeenVm): ListedPort[] {
  const spec = liveVmi(seen)?.spec ?? seen.vm.spec.template?.spec;
  const ofNic = (spec && podNic(spec)?.ports) ?? [];
  const ofPod = (livePod(seen)?.spec?.containers ?? []).flatMap(({ ports }) => (ports ?? []).map(({ name, containerPort, protocol }) => ({ name, port: containerPort, protocol })));
  return [...ofNic, ...ofPod.filter(isGuests)];
}

/**
 * The ports that VMs name: those of the interface's `ports` list, which KubeVirt makes container ports of the pod, and
 * other container ports. Each once.
 */
export function suggestedPorts(vms: readonly SeenVm[]): SuggestedPort[] {
  const found = new Map<string, SuggestedPort>();
  for (const { name = '', port, protocol = 'TCP' } of vms.flatMap(listedPorts)) {
    const key = `${port}/${protocol}`;
    if (!found.get(key)?.name) found.set(key, { name, port, protocol: protocol as Protocol });
  }
  return [...found.values()];
}

/**
 * VMs whose pod has no port of that name and protocol: on them a target port by name leads nowhere. A VM without a pod is
 * not judged.
 */
export const lackingNamedPort = (vms: readonly SeenVm[], name: string, protocol: string): SeenVm[] =>
  vms.filter((vm) => {
    const pod = livePod(vm);
    return pod && !(pod.spec?.containers ?? []).some(({ ports }) => (ports ?? []).some((port) => port.name === name && (port.protocol ?? 'TCP') === protocol));
  });
