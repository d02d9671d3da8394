import { NAMESPACE, RUN_ID } from '../../../test/objects/builders';
import { ENDED, waitingFor } from '../../../test/in-memory-cluster/simulatedJobs';
import { clusterTestJob } from './clusterTestJob';
import { clusterTestStage, podRefusal } from './clusterTestStage';
import type { Job, Pod } from '../k8s/objects';

const JOB: Job = clusterTestJob({ id: RUN_ID, namespace: NAMESPACE, image: 'tools', checks: [] });
const failed = (type: string, reason: string): Job => ({
  ...JOB,
  status: { conditions: [{ type, status: 'True', reason, message: 'Job was active longer than specified deadline' }] },
});
const pod = (status: Pod['status'], deletionTimestamp?: string): Pod => ({
  metadata: { name: 'test-abcde', ...(deletionTimestamp ? { deletionTimestamp } : {}) },
  ...(status ? { status } : {}),
});
const container = (state: object): Pod['status'] =>
  ({ containerStatuses: [{ ...ENDED.containerStatuses?.[0], state }] }) as Pod['status'];

describe('how far a test is', () => {
  it.each([
    ['no pod yet', JOB, [], { stage: 'waiting', for: 'pod' }],
    [
      'no node',
      JOB,
      [
        pod({
          conditions: [
            { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available' },
          ],
        }),
      ],
      { stage: 'waiting', for: 'node', words: 'Unschedulable: 0/3 nodes are available' },
    ],
    ['the image is being pulled', JOB, [pod(waitingFor('ContainerCreating', ''))], { stage: 'waiting', for: 'start' }],
    ['it runs', JOB, [pod(container({ running: {} }))], { stage: 'waiting', for: 'end' }],
    ['it has ended', JOB, [pod(ENDED)], { stage: 'ended', podName: 'test-abcde', words: 'Completed' }],
    ['its container has ended, a sidecar has not', JOB, [pod({ ...ENDED, phase: 'Running' })], { stage: 'ended' }],
    [
      'it was not started',
      JOB,
      [pod({ phase: 'Failed', reason: 'CannotRunCommands', message: 'no namespaces' })],
      { stage: 'ended', words: 'CannotRunCommands: no namespaces' },
    ],
    [
      'the image cannot be had',
      JOB,
      [pod(waitingFor('ErrImagePull', 'unauthorized'))],
      { stage: 'hindered', by: 'image', words: 'ErrImagePull: unauthorized' },
    ],
    [
      'the container cannot be made',
      JOB,
      [pod(waitingFor('CreateContainerError', 'bash not found'))],
      { stage: 'hindered', by: 'container', words: 'CreateContainerError: bash not found' },
    ],
    [
      'its time is over, its pod on its way out',
      failed('Failed', 'DeadlineExceeded'),
      [pod(container({ running: {} }), 'now')],
      { stage: 'hindered', by: 'deadline', words: 'DeadlineExceeded: Job was active longer than specified deadline' },
    ],
    [
      'it failed otherwise',
      failed('FailureTarget', 'BackoffLimitExceeded'),
      [],
      { stage: 'hindered', by: 'container' },
    ],
    ['it was deleted', undefined, [], { stage: 'hindered', by: 'gone' }],
    [
      'it is being deleted',
      { ...JOB, metadata: { ...JOB.metadata, deletionTimestamp: 'now' } },
      [],
      { stage: 'hindered', by: 'gone' },
    ],
  ] as const)('%s', (_, job, pods, stage) => {
    expect(clusterTestStage(job, pods)).toMatchObject(stage);
  });
});

it('finds in the events why the pod of this very Job cannot be made', () => {
  const event = (name: string, reason: string, message: string) => ({
    involvedObject: { kind: 'Job', name },
    reason,
    message,
  });
  const events = [
    event('other', 'FailedCreate', 'a'),
    event('mine', 'SuccessfulCreate', 'b'),
    { ...event('mine', 'FailedCreate', 'c'), involvedObject: { kind: 'Pod', name: 'mine' } },
    event('mine', 'FailedCreate', 'exceeded quota'),
  ];
  expect(podRefusal('mine', events)).toBe('exceeded quota');
  expect(podRefusal('mine', events.slice(0, 3))).toBeUndefined();
});
