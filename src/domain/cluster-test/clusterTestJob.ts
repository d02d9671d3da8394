import type { ClusterTestCheck } from './clusterTestChecks';
import { clusterTestScript } from './clusterTestScript';
import type { Job } from '../k8s/objects';
import { RUN_ANNOTATION, TEST_LABEL } from '../k8s/ownMarks';
import { shellQuote } from '../k8s/shellQuote';

/** The one container of the test's pod. */
export const TEST_CONTAINER = 'expose-vm-test';

/** Seconds that the Job may take, pulling its image included, and that it stays after its end. */
const DEADLINE_SECONDS = 60;
const TTL_SECONDS = 60;

export interface ClusterTestRequest {
  /** a UUID: one test, one Job */
  readonly id: string;
  readonly namespace: string;
  /** has to have bash, getent and timeout */
  readonly image: string;
  readonly checks: readonly ClusterTestCheck[];
}

/** What the pod security standard `restricted` asks for. */
const POD_SECURITY = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const CONTAINER_SECURITY = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/**
 * The Job that runs a test once. Its name comes from the id, so that sending it twice cannot make two; it deletes
 * itself.
 */
export function clusterTestJob({ id, namespace, image, checks }: ClusterTestRequest): Job {
  const labels = { [TEST_LABEL]: id };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `expose-vm-test-${id}`, namespace, labels, annotations: { [RUN_ANNOTATION]: id } },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: DEADLINE_SECONDS,
      ttlSecondsAfterFinished: TTL_SECONDS,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 1,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: POD_SECURITY,
          containers: [
            {
              name: TEST_CONTAINER,
              image,
              command: ['bash', '-c', clusterTestScript(checks)],
              securityContext: CONTAINER_SECURITY,
              // limits too: a quota on limits refuses pods without
              resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '200m', memory: '64Mi' } },
            },
          ],
        },
      },
    },
  };
}

/**
 * The shell command that runs the same test in a pod, which goes when it ends. `--command`: the image's entry point is
 * not wanted.
 */
export function clusterTestCommand({ namespace, image, checks }: Omit<ClusterTestRequest, 'id'>): string {
  const overrides = {
    spec: {
      automountServiceAccountToken: false,
      securityContext: POD_SECURITY,
      containers: [{ name: TEST_CONTAINER, securityContext: CONTAINER_SECURITY }],
    },
  };
  return [
    ...['oc', 'run', TEST_CONTAINER, '-n', namespace, '--rm', '-i', '--restart=Never', `--image=${image}`],
    // the container is merged by its name, not replaced
    ...['--override-type=strategic', `--overrides=${JSON.stringify(overrides)}`],
    ...['--command', '--', 'bash', '-c', clusterTestScript(checks)],
  ]
    .map(shellQuote)
    .join(' ');
}
