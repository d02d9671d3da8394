import { traitsOf } from '../../k8s/exposedTypes';
import { VMI_ID_KEY } from '../../k8s/labelKeys';
import { labelsOf, labelValue, nameOf, type Labels } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import { labelsAfterRestart } from '../../labels/podLabelForecast';
import { portAdmission, type PodPort, type PolicyTarget, type PortAdmission } from '../../network/networkPolicy';
import type { Situation } from '../situation';
import { targetAtVm } from './endpointPorts';

/** What runs now, unless the plan restarts or starts the VM. */
const podOf = ({ vm, planned }: Situation) => (planned?.restarts ? undefined : livePod(vm));

/**
 * The labels that the policies will meet; a planned Service's selector will be on the pod, whichever way it gets there.
 * A VM that does not run yet gets its template's and those that KubeVirt sets. Of the label `vmi.kubevirt.io/id` it is
 * not known whether this KubeVirt sets it (1.7 and newer do): there are two possibilities then.
 */
function podLabels(situation: Situation): readonly Labels[] {
  const { service, vm, planned } = situation;
  const pod = podOf(situation);
  const own = pod ? labelsOf(pod) : labelsAfterRestart(vm.vm, vm.pods);
  const labels = planned ? { ...own, ...service.spec?.selector } : own;
  return pod || labelValue(labels, VMI_ID_KEY) !== undefined
    ? [labels]
    : [labels, { ...labels, [VMI_ID_KEY]: nameOf(vm.vm) }];
}

/** The ports by which names resolve: those of the pod, or of what KubeVirt makes of the template's interfaces. */
function containerPorts(situation: Situation): PolicyTarget['containerPorts'] {
  const pod = podOf(situation);
  if (pod) return (pod.spec?.containers ?? []).flatMap(({ ports }) => ports ?? []);
  const nics = situation.vm.vm.spec.template?.spec?.domain?.devices?.interfaces ?? [];
  return nics.flatMap(({ ports }) =>
    (ports ?? []).map(({ port: containerPort, ...listed }) => ({ ...listed, containerPort })),
  );
}

/** One pod for each possibility of its labels. */
export const targetsOf = (situation: Situation): readonly PolicyTarget[] => {
  const { spec } = situation.service;
  const known = {
    containerPorts: containerPorts(situation),
    keepsClientAddress: traitsOf(situation.service).hasNodePorts && spec?.externalTrafficPolicy === 'Local',
  };
  return podLabels(situation).map((labels) => ({ ...known, labels }));
};

/**
 * The ports at the pod that the Service sends connections to; a named target port that the pod lacks is not judged
 * here. A headless Service without ports gives out the pod's address: any port counts.
 */
function portsOf(situation: Situation, { containerPorts: own }: PolicyTarget): (PodPort | undefined)[] {
  const ports = situation.service.spec?.ports ?? [];
  if (ports.length === 0) return [undefined];
  return ports.flatMap((servicePort) => {
    const { protocol = 'TCP' } = servicePort;
    const wanted = targetAtVm(situation, servicePort);
    const number =
      typeof wanted === 'number'
        ? wanted
        : own.find(({ name, protocol: of = 'TCP' }) => name === wanted && of === protocol)?.containerPort;
    return number === undefined ? [] : [{ port: number, protocol }];
  });
}

/** What the policies allow on each port that the Service sends connections to, if the pod is that one. */
function admissionsAt(situation: Situation, target: PolicyTarget): PortAdmission[] {
  const { service, vm, networkPolicies, namespaceLabels } = situation;
  if (!networkPolicies || !traitsOf(service).selectsPods) return [];
  const namespace = { name: vm.vm.metadata?.namespace ?? '', labels: namespaceLabels };
  return portsOf(situation, target).map((port) => portAdmission(networkPolicies, namespace, target, port));
}

/** What the policies allow; undefined where that depends on a label of which it is not known whether it will be set. */
export function admissionsOf(situation: Situation): PortAdmission[] | undefined {
  const [first = [], ...others] = targetsOf(situation).map((target) => admissionsAt(situation, target));
  const saidBy = (admissions: readonly PortAdmission[]) => JSON.stringify(admissions.map(({ sources }) => sources));
  return others.every((other) => saidBy(other) === saidBy(first)) ? first : undefined;
}
