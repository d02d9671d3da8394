/** The Job controller and a kubelet for its pods: each Job gets one pod, which a second later is as the test says. */
import type { K8sObject, Pod } from '../../src/domain/k8s/objects';
import type { StoredObjects } from './storedObjects';

/** The status of a pod whose one container has ended by itself, as the kubelet writes it. */
export const ENDED: NonNullable<Pod['status']> = {
  phase: 'Succeeded',
  containerStatuses: [
    {
      name: 'expose-vm-test',
      image: 'tools',
      imageID: 'tools',
      ready: false,
      restartCount: 0,
      state: { terminated: { exitCode: 0, reason: 'Completed' } },
    },
  ],
};

/** The status of a pod whose container waits for the reason. */
export const waitingFor = (reason: string, message: string): NonNullable<Pod['status']> => ({
  phase: 'Pending',
  containerStatuses: [
    {
      name: 'expose-vm-test',
      image: 'tools',
      imageID: '',
      ready: false,
      restartCount: 0,
      state: { waiting: { reason, message } },
    },
  ],
});

export class JobController {
  /** what every pod of a Job has written */
  log = '';
  /** the outcome of a Job's pod; undefined when none can be created */
  podStatus: Pod['status'] | undefined = ENDED;

  constructor(private readonly cluster: StoredObjects) {}

  tick(): void {
    for (const job of this.cluster.all('Job')) {
      const { name = '', namespace = '' } = job.metadata ?? {};
      const pod = this.cluster.one('Pod', `${name}-abcde`);
      if (!this.podStatus) continue;
      const { metadata, spec } = job.spec.template as { metadata: K8sObject['metadata']; spec: object };
      const made = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { ...metadata, name: `${name}-abcde`, namespace, uid: `pod-of-${name}` },
        spec,
      };
      this.cluster.put({ ...made, status: pod ? this.podStatus : { phase: 'Pending' } } as K8sObject);
    }
  }
}
