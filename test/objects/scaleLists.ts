/** Many VMs behind many Services, in lists as the API server gives them, for benches and their bounds. */
import type { ExposedLists } from '../../src/domain/exposed/exposedList';
import {
  nameOf,
  type EndpointSlice,
  type K8sObject,
  type Labels,
  type Pod,
  type Service,
} from '../../src/domain/k8s/objects';
import { aPod, aVm, aVmi, launcherLabels } from './builders';
import { anEndpoint, aService, aSlice } from './serviceBuilders';

export interface Scale {
  readonly vms: number;
  readonly services: number;
  /** of VMs and of others */
  readonly pods: number;
}

/** As the endpoint controller cuts them. */
const ENDPOINTS_OF_SLICE = 100;
/** How many VMs have the same label `app`. */
const VMS_OF_APP = 5;

const versioned = <T extends K8sObject>(object: T): T => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: '1' },
});
const vmName = (index: number): string => `vm-${String(index).padStart(5, '0')}`;
const addressAt = (index: number): string => `10.${128 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
const labelsAt = (index: number): Labels => ({
  app: `app-${Math.floor(index / VMS_OF_APP)}`,
  instance: `instance-${Math.floor(index / VMS_OF_APP / 2)}`,
  'kubevirt.io/domain': vmName(index),
});

/** By what a Service selects: most by one VM or one app, some by two labels, some by what nothing has. */
function selectorAt(index: number, { vms, services }: Scale): Labels | undefined {
  const target = Math.floor((index * vms) / services);
  const app = `app-${Math.floor(target / VMS_OF_APP)}`;
  switch (index % 10) {
    case 0:
    case 1:
    case 2:
      return { 'vmi.kubevirt.io/id': vmName(target) };
    case 3:
    case 4:
    case 5:
      return { app };
    case 6:
      return { app, instance: `instance-${Math.floor(target / VMS_OF_APP / 2)}` };
    case 7:
      return { 'kubevirt.io/domain': vmName(target) };
    case 8:
      return { app: `other-${index}` };
    default:
      return undefined;
  }
}

function slicesFor(service: Service, pods: readonly Pod[]): EndpointSlice[] {
  const name = nameOf(service);
  return Array.from({ length: Math.ceil(pods.length / ENDPOINTS_OF_SLICE) }, (_, at) => {
    const slice = aSlice({
      service: name,
      endpoints: pods
        .slice(at * ENDPOINTS_OF_SLICE, (at + 1) * ENDPOINTS_OF_SLICE)
        .map((pod) => anEndpoint({ pod, addresses: [pod.status?.podIP ?? ''] })),
    });
    return versioned({ ...slice, metadata: { ...slice.metadata, name: `${name}-${at}`, uid: `slice-${name}-${at}` } });
  });
}

/** The slices of Services, each with the pods that have the labels of its selector. */
function slicesOfAll(services: readonly Service[], pods: readonly Pod[]): EndpointSlice[] {
  const byLabel = new Map<string, Pod[]>();
  for (const pod of pods)
    for (const label of Object.entries(pod.metadata?.labels ?? {}).map((entry) => entry.join('='))) {
      const known = byLabel.get(label);
      if (known) known.push(pod);
      else byLabel.set(label, [pod]);
    }
  return services.flatMap((service) => {
    const [first, ...others] = Object.entries(service.spec?.selector ?? {});
    const selected = first ? (byLabel.get(first.join('=')) ?? []) : [];
    return slicesFor(
      service,
      selected.filter((pod) => others.every(([key, value]) => pod.metadata?.labels?.[key] === value)),
    );
  });
}

/** Running VMs of one project, their pods and others, and Services of all kinds of selectors with their slices. */
export function scaleLists(scale: Scale): ExposedLists {
  const indexes = Array.from({ length: scale.vms }, (_, index) => index);
  const launchers = indexes.map((index) =>
    versioned(
      aPod({
        name: `virt-launcher-${vmName(index)}`,
        uid: `pod-${index}`,
        ip: addressAt(index),
        labels: { ...labelsAt(index), ...launcherLabels(vmName(index), `vmi-${index}`) },
      }),
    ),
  );
  const others = Array.from({ length: Math.max(scale.pods - scale.vms, 0) }, (_, index) =>
    versioned(
      aPod({
        name: `pod-${index}`,
        uid: `other-${index}`,
        ip: addressAt(scale.vms + index),
        labels: { app: `web-${index}` },
      }),
    ),
  );
  const services = Array.from({ length: scale.services }, (_, index) => {
    const selector = selectorAt(index, scale);
    return versioned(aService({ name: `service-${index}`, ...(selector ? { selector } : {}) }));
  });
  return {
    vms: indexes.map((index) => versioned(aVm({ name: vmName(index), templateLabels: labelsAt(index) }))),
    vmis: indexes.map((index) =>
      versioned(aVmi({ name: vmName(index), uid: `vmi-${index}`, labels: labelsAt(index), ip: addressAt(index) })),
    ),
    pods: [...launchers, ...others],
    services,
    endpointSlices: slicesOfAll(services, launchers),
    networkPolicies: [],
    routes: [],
    now: Date.parse('2026-09-01T00:00:00Z'),
  };
}
