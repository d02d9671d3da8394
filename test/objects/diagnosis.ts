/** Asks the diagnosis about one Service and one VM, for tests. */
import { diagnose, type Diagnosis } from '../../src/domain/diagnosis/diagnose';
import type { Finding, RuleCode, Rule } from '../../src/domain/diagnosis/finding';
import type { Situation } from '../../src/domain/diagnosis/situation';
import { particularsOf } from '../../src/ui/text/findings/findingText';
import type { EndpointSlice } from '../../src/domain/k8s/objects';
import type { SeenVm } from '../../src/domain/k8s/seen';
import { aRunningVm } from './builders';
import { aService, aSlice, type ServiceOptions } from './serviceBuilders';

/** A slice's ports as the endpoint controller makes them of a Service's with numeric target ports. */
const portsOfSlice = (ports: NonNullable<ServiceOptions['ports']>) =>
  ports.map(({ name = '', port, targetPort = port, protocol = 'TCP' }) => ({
    name,
    port: Number(targetPort),
    protocol,
  }));

/**
 * The Service `backend` on `tier=backend` unless said otherwise, and the slice that the endpoint controller makes of
 * it, in a project without network policies and Routes.
 */
export const aSituation = (
  vm: SeenVm,
  service: ServiceOptions = {},
  endpointSlices: readonly EndpointSlice[] | undefined = [
    aSlice(service.ports ? { ports: portsOfSlice(service.ports) } : {}),
  ],
): Situation => ({
  service: aService({ selector: { tier: 'backend' }, ...service }),
  vm,
  endpointSlices,
  networkPolicies: [],
  routes: [],
});

const BACKEND = { tier: 'backend' };

/** A running VM that carries `tier=backend` on all layers: with `aSituation` all is well. */
export const aReachedVm = (changes: Parameters<typeof aRunningVm>[0] = {}): SeenVm =>
  aRunningVm({
    vm: { templateLabels: BACKEND, ...changes.vm },
    vmi: { labels: BACKEND, ...changes.vmi },
    pod: { ...changes.pod, labels: changes.pod?.labels ?? BACKEND },
  });

/** The codes of what was found; without the guest (G1), which is what is left wherever a Service reaches. */
/** The codes of the checks that could not be made. */
export const uncheckedOf = ({ notChecked }: Pick<Diagnosis, 'notChecked'>): string[] =>
  notChecked.map(({ code }) => code);
export const codesOf = ({ findings }: Pick<Diagnosis, 'findings'>): RuleCode[] =>
  findings.map(({ code }) => code).filter((code) => code !== 'G1');
/** The finding of a code, with what a page shows of its facts. */
export const findingOf = <Code extends RuleCode>(situation: Situation, code: Code) => {
  const finding = diagnose(situation).findings.find(
    (candidate): candidate is Extract<Finding, { code: Code }> => candidate.code === code,
  );
  return finding && { ...finding, ...particularsOf(finding as Finding) };
};
/** The codes of a list of rules that apply, each asked by itself. */
export const detectedBy = (rules: readonly Rule[], situation: Situation): RuleCode[] =>
  rules.filter(({ detect, concerns = () => true }) => concerns(situation) && detect(situation)).map(({ code }) => code);
