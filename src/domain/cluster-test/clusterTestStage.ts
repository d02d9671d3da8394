import { isBeingDeleted, nameOf, type ClusterEvent, type Job, type Pod } from '../k8s/objects';

/**
 * Why a test cannot finish: its image, its container, no pod was created or scheduled, its deadline passed, or its Job
 * was deleted.
 */
export type ClusterTestHindrance = 'image' | 'container' | 'no-pod' | 'not-scheduled' | 'deadline' | 'gone';

/** How far a test's Job is. */
export type ClusterTestStage =
  | { readonly stage: 'waiting'; readonly for: 'pod' | 'node' | 'start' | 'end'; readonly words?: string }
  /** the container has ended: its log is whole */
  | { readonly stage: 'ended'; readonly podName: string; readonly words: string }
  | { readonly stage: 'hindered'; readonly by: ClusterTestHindrance; readonly words: string };

/**
 * Reasons with which the kubelet says that it cannot get the image (pkg/kubelet/images/types.go), and that the
 * container cannot be made.
 */
const IMAGE_REASONS = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
]);
const CONTAINER_REASONS = new Set(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError']);

const wordsOf = ({ reason, message }: { readonly reason?: string; readonly message?: string } = {}): string =>
  [reason, message].filter(Boolean).join(': ');

function stageOfPod(pod: Pod): ClusterTestStage {
  const { phase, conditions, containerStatuses } = pod.status ?? {};
  const { state } = containerStatuses?.[0] ?? {};
  if (state?.terminated || phase === 'Succeeded' || phase === 'Failed') {
    return { stage: 'ended', podName: nameOf(pod), words: wordsOf(state?.terminated) || wordsOf(pod.status) };
  }
  const reason = state?.waiting?.reason ?? '';
  if (IMAGE_REASONS.has(reason)) return { stage: 'hindered', by: 'image', words: wordsOf(state?.waiting) };
  if (CONTAINER_REASONS.has(reason)) return { stage: 'hindered', by: 'container', words: wordsOf(state?.waiting) };
  const unscheduled = conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (unscheduled) return { stage: 'waiting', for: 'node', words: wordsOf(unscheduled) };
  return { stage: 'waiting', for: state?.running ? 'end' : 'start' };
}

/**
 * How far a test is.
 * @param job undefined when it is not there any more
 * @param pods those with the test's label
 */
export function clusterTestStage(job: Job | undefined, pods: readonly Pod[]): ClusterTestStage {
  const [pod] = pods.filter((candidate) => !isBeingDeleted(candidate));
  const stage: ClusterTestStage = pod ? stageOfPod(pod) : { stage: 'waiting', for: 'pod' };
  if (stage.stage !== 'waiting') return stage;
  if (!job || isBeingDeleted(job)) return { stage: 'hindered', by: 'gone', words: '' };
  const failed = job.status?.conditions?.find(
    ({ type, status }) => (type === 'Failed' || type === 'FailureTarget') && status === 'True',
  );
  return failed
    ? { stage: 'hindered', by: failed.reason === 'DeadlineExceeded' ? 'deadline' : 'container', words: wordsOf(failed) }
    : stage;
}

/**
 * The Job controller's words for why it cannot make the pod, as where a quota or the pod security of the project
 * refuses it.
 */
export const podRefusal = (jobName: string, events: readonly ClusterEvent[]): string | undefined =>
  events.find(
    ({ involvedObject, reason }) =>
      involvedObject?.kind === 'Job' && involvedObject.name === jobName && reason === 'FailedCreate',
  )?.message;
