import { agreementOf } from './clusterTestAddresses';
import { untestedPorts } from './clusterTestChecks';
import type { ClusterTestResult } from './clusterTestLog';
import { endpointsOf, slicesOf, takesTraffic } from '../k8s/endpoints';
import type { TestedObjects } from './testedState';

/** What a connection test told of a Service and one VM behind it. Ports are those that clients use, as `80/TCP`. */
export interface TestOutcome {
  /** milliseconds since 1970 when it ended */
  readonly at: number;
  /** ports on which a connection opened */
  readonly answered: readonly string[];
  /** ports on which none opened */
  readonly silent: readonly string[];
  /** ports of which the test tells nothing, such as those of UDP */
  readonly untested: readonly string[];
  /** how many of its checks failed, names included, and of how many */
  readonly bad: number;
  readonly total: number;
  /** false where the Service sends traffic to others too, so that one of them may have answered */
  readonly isOfThisVm: boolean;
}

type Schedule = Pick<TestedObjects, 'service' | 'endpointSlices'>;

/** True for a check that failed, whose result is missing, or whose address is not the Service's. */
export const isBad = (result: ClusterTestResult, { service, endpointSlices }: Schedule): boolean =>
  result.outcome !== 'ok' || agreementOf(result, service, endpointSlices) === 'differs';

/** True when the VM is the only one that the Service sends traffic to. */
function isAlone({ service, vm, endpointSlices = [] }: TestedObjects): boolean {
  const all = slicesOf(service, endpointSlices).flatMap(({ endpoints }) => (endpoints ?? []).filter(takesTraffic));
  const own = endpointsOf(service, vm, endpointSlices).filter(takesTraffic);
  return own.length > 0 && own.length === all.length;
}

/**
 * What the results of a test tell of a Service and one VM.
 * @param at milliseconds since 1970
 */
export function testOutcomeOf(results: readonly ClusterTestResult[], tested: TestedObjects, at: number): TestOutcome {
  const portsThat = (...outcomes: ClusterTestResult['outcome'][]): string[] =>
    results.flatMap(({ check, outcome }) =>
      check.kind === 'tcp' && outcomes.includes(outcome) ? [`${check.port}/TCP`] : [],
    );
  return {
    at,
    answered: portsThat('ok'),
    silent: portsThat('failed'),
    untested: [
      ...portsThat('missing'),
      ...untestedPorts(tested.service).map(({ port, protocol }) => `${port}/${protocol}`),
    ],
    bad: results.filter((result) => isBad(result, tested)).length,
    total: results.length,
    isOfThisVm: isAlone(tested),
  };
}

/** True when every port of the Service answered, and it was this VM that did. */
export const isAnsweredWholly = ({ answered, silent, untested, isOfThisVm }: TestOutcome): boolean =>
  isOfThisVm && answered.length > 0 && silent.length === 0 && untested.length === 0;
