import type { Situation } from '../../src/domain/diagnosis/situation';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { aReachedVm, aSituation } from './diagnosis';
import { anEndpoint, aSlice, type ServiceOptions } from './serviceBuilders';

/** A VM whose template and pod have the given subdomains. */
export function named(template: string, pod = template): SeenVm {
  const vm = aReachedVm({ vm: template ? { subdomain: template } : {} });
  const pods = vm.pods.map((own) => ({
    ...own,
    spec: {
      ...own.spec,
      containers: own.spec?.containers ?? [],
      hostname: 'backendvm',
      ...(pod ? { subdomain: pod } : {}),
    },
  }));
  if (vm.vmi && pod) vm.vmi.spec.subdomain = pod;
  return { ...vm, pods };
}

const SAME_PORT: ServiceOptions = { ports: [{ port: 8080 }] };
/** That VM behind a headless Service whose endpoint has the hostname. */
export function headless(
  vm: SeenVm,
  { hostname = 'backendvm', ...more }: Partial<Situation> & { hostname?: string } = {},
): Situation {
  const endpoint = { ...anEndpoint(), ...(hostname ? { hostname } : {}) };
  const situation = aSituation(vm, SAME_PORT, [aSlice({ endpoints: [endpoint] })]);
  return {
    ...situation,
    service: { ...situation.service, spec: { ...situation.service.spec, clusterIP: 'None' } },
    selectedPods: vm.pods,
    ...more,
  };
}
