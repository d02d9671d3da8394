import type { ClusterTestResult } from '../../domain/cluster-test/clusterTestLog';
import type { ClusterTestHindrance, ClusterTestStage } from '../../domain/cluster-test/clusterTestStage';
import type { LikelyCause } from '../../domain/cluster-test/likelyCause';
import type { TestOutcome } from '../../domain/cluster-test/testOutcome';
import type { Rights } from '../../domain/k8s/rights';
import type { Text } from '../useText';
import { timeText } from './timeText';

/** Which rights a test takes that this user lacks, as sentences; empty when none. */
export const missingRightsText = (t: Text, rights: Rights): string =>
  [
    rights.createJob ? '' : t("You don't have permission to create Jobs in this project (create jobs.batch)."),
    rights.readPodLog ? '' : t("You don't have permission to read pod logs in this project (get pods/log)."),
  ]
    .filter(Boolean)
    .join(' ');

/** What came of one check. */
export function resultText(t: Text, { check, outcome, reason, addresses }: ClusterTestResult): string {
  const words = reason?.why === 'words' ? reason.words : '';
  if (check.kind === 'dns') {
    const { name } = check;
    if (outcome === 'missing') return t('{{name}} was not looked up', { name });
    if (outcome === 'ok') return t('{{name}} → {{addresses}}', { name, addresses: addresses.join(', ') });
    return words ? t('{{name}} was not found: {{words}}', { name, words }) : t('{{name}} was not found', { name });
  }
  const port = `${check.port}/TCP`;
  if (outcome === 'missing') return t('{{port}} was not tested', { port });
  if (outcome === 'ok') return t('{{port}} answered', { port });
  return words ? t('{{port}} did not answer: {{words}}', { port, words }) : t('{{port}} did not answer', { port });
}

/** What a failed check most likely comes from, and what to do. */
export function likelyCauseText(t: Text, cause: LikelyCause, expected: readonly string[]): string {
  switch (cause) {
    case 'name-unknown':
      return t('A new name can take up to 30 seconds. Run the test again, then check the DNS Operator of the cluster.');
    case 'dns-silent':
      return t('The cluster DNS did not answer. Check whether a network policy blocks DNS for pods in this project.');
    case 'other-address':
      return expected.length > 0
        ? t('The Service has {{addresses}}. DNS might be out of date: run the test again.', {
            addresses: expected.join(', '),
          })
        : t('The Service has no address. DNS might be out of date: run the test again.');
    case 'no-endpoint':
      return t('The Service has no ready endpoint.');
    case 'port-silent':
      return t('Nothing answered in time. Check the guest firewall, and that the program listens on 0.0.0.0.');
    case 'port-refused':
      return t('The connection was refused. Check that the program runs, and that it listens on 0.0.0.0.');
    case 'other':
      return t('Check the network policies, the guest firewall, and that the program listens on this port.');
    case 'not-in-log':
      return t('The log does not contain the result. Run the test again.');
  }
}

/** What a test that is under way is doing. */
export function stageText(t: Text, stage: Extract<ClusterTestStage, { stage: 'waiting' }> | undefined): string {
  switch (stage?.for) {
    case undefined:
    case 'pod':
      return t('Creating test pod');
    case 'node':
      return t('Waiting for a node for the test pod: {{words}}', { words: stage?.words ?? '' });
    case 'start':
      return t('Starting test pod. Its image might have to be pulled first.');
    case 'end':
      return t('Looking up names and connecting');
  }
}

/** Why the Job was taken and the test did not run; the cluster's own words stand beside it. */
export function hindranceText(t: Text, by: ClusterTestHindrance, image: string): string {
  switch (by) {
    case 'image':
      return t('Image {{image}} could not be pulled', { image });
    case 'container':
      return t('The test could not run in image {{image}}. It requires bash, getent, and timeout.', { image });
    case 'no-pod':
      return t('The project does not accept the test pod');
    case 'not-scheduled':
      return t('No node accepted the test pod within a minute');
    case 'deadline':
      return t('The test did not finish within a minute, including the time to pull its image');
    case 'gone':
      return t('The Job was deleted during the test');
  }
}

/** What the last test told of the ports of a Service, with its time. */
export function testOutcomeText(t: Text, { at, answered, silent }: TestOutcome): string {
  const time = timeText(at);
  const names = { time, answered: answered.join(', '), silent: silent.join(', ') };
  if (answered.length > 0 && silent.length > 0)
    return t('Tested at {{time}}: {{answered}} answered, {{silent}} did not answer', names);
  if (answered.length > 0) return t('Tested at {{time}}: {{answered}} answered', names);
  if (silent.length > 0) return t('Tested at {{time}}: {{silent}} did not answer', names);
  return t('Tested at {{time}}: no ports were tested', { time });
}
