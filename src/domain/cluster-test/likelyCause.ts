import { slicesOf, takesTraffic } from '../k8s/endpoints';
import type { EndpointSlice, Service } from '../k8s/objects';
import { agreementOf } from './clusterTestAddresses';
import type { ClusterTestResult } from './clusterTestLog';

/** What a failed check most likely comes from. */
export type LikelyCause =
  /** DNS does not have the name, which may be younger than what DNS keeps in mind */
  | 'name-unknown'
  | 'dns-silent'
  | 'other-address'
  /** the Service has nothing to send traffic to */
  | 'no-endpoint'
  /** nothing came back in time */
  | 'port-silent'
  /** something said that nothing listens */
  | 'port-refused'
  /** the program that tried says something else */
  | 'other'
  /** the log does not have it */
  | 'not-in-log';

/**
 * What most likely keeps a check from passing; undefined for one that passed.
 * @param endpointSlices undefined where they could not be read
 */
export function likelyCause(
  result: ClusterTestResult,
  service: Service,
  endpointSlices: readonly EndpointSlice[] | undefined,
): LikelyCause | undefined {
  const { check, outcome, reason } = result;
  if (outcome === 'missing') return 'not-in-log';
  if (outcome === 'ok') return agreementOf(result, service, endpointSlices) === 'differs' ? 'other-address' : undefined;
  if (check.kind === 'dns')
    return reason?.why === 'not-found' ? 'name-unknown' : reason?.why === 'no-answer' ? 'dns-silent' : 'other';
  const endpoints = endpointSlices && slicesOf(service, endpointSlices).flatMap((slice) => slice.endpoints ?? []);
  if (endpoints && !endpoints.some(takesTraffic)) return 'no-endpoint';
  if (reason?.why === 'no-answer') return 'port-silent';
  return reason?.why === 'words' && /refused/i.test(reason.words) ? 'port-refused' : 'other';
}
