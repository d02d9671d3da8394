import type { ClusterTestCheck } from '../../domain/cluster-test/clusterTestChecks';
import type { ClusterTestReason } from '../../domain/cluster-test/clusterTestLog';
import type { ClusterTestHindrance, ClusterTestStage } from '../../domain/cluster-test/clusterTestStage';
import type { TestOutcome } from '../../domain/cluster-test/testOutcome';
import type { Rights } from '../../domain/k8s/rights';
import type { Text } from '../useText';
import { timeText } from './timeText';

/** Which rights a test takes that this user lacks, as sentences; empty when none. */
export const missingRightsText = (t: Text, rights: Rights): string =>
  [
    rights.createJob ? '' : t('You may not create Jobs in this project (create jobs.batch).'),
    rights.readPodLog ? '' : t('You may not read the logs of pods in this project (get pods/log).'),
  ]
    .filter(Boolean)
    .join(' ');

/** What is tried, in a table's cell. */
export const checkText = (t: Text, check: ClusterTestCheck): string =>
  check.kind === 'dns'
    ? t('DNS name {{name}}', { name: check.name })
    : t('TCP connection to {{host}}, port {{port}}', { host: check.host, port: String(check.port) });

/** Why a check failed. */
export function reasonText(t: Text, reason: ClusterTestReason): string {
  switch (reason.why) {
    case 'not-found':
      return t('DNS does not know the name.');
    case 'no-answer':
      return t('No answer came in time.');
    case 'words':
      return reason.words;
  }
}

/** What a test that is under way waits for. */
export function stageText(t: Text, stage: Extract<ClusterTestStage, { stage: 'waiting' }> | undefined): string {
  switch (stage?.for) {
    case undefined:
      return t('The Job is being created.');
    case 'pod':
      return t('Waiting for the pod of the Job.');
    case 'node':
      return t('Waiting for a node that takes the pod: {{words}}', { words: stage?.words ?? '' });
    case 'start':
      return t('The pod is being started. Its image may have to be pulled first.');
    case 'end':
      return t('The test is running.');
  }
}

/** Why the Job was taken and the test did not run; the cluster's own words stand beside it. */
export function hindranceText(t: Text, by: ClusterTestHindrance, image: string): string {
  switch (by) {
    case 'image':
      return t('The image {{image}} could not be pulled.', { image });
    case 'container':
      return t('The test could not be run in the image {{image}}. It needs bash, getent and timeout.', { image });
    case 'no-pod':
      return t('The project does not accept the pod of the Job.');
    case 'not-scheduled':
      return t('No node has taken the pod within a minute.');
    case 'deadline':
      return t('The test has not ended within a minute, in which its image has to be pulled, too.');
    case 'gone':
      return t('Somebody has deleted the Job meanwhile.');
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
