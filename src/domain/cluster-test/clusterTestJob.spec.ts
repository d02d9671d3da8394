import { execFileSync } from 'node:child_process';
import { NAMESPACE, RUN_ID } from '../../../test/objects/builders';
import { clusterTestCommand, clusterTestJob } from './clusterTestJob';
import { clusterTestScript } from './clusterTestScript';

const CHECKS = [
  { kind: 'dns', name: 'backend' },
  { kind: 'tcp', host: 'backend', port: 80 },
] as const;
const IMAGE = 'registry.example.com/tools:1';
const RESTRICTED = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

it('the Job runs once, within a minute, under restricted pod security, and goes by itself', () => {
  expect(clusterTestJob({ id: RUN_ID, namespace: NAMESPACE, image: IMAGE, checks: CHECKS })).toMatchObject({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `expose-vm-test-${RUN_ID}`,
      namespace: NAMESPACE,
      labels: { 'expose-vm/test': RUN_ID },
      annotations: { 'expose-vm/run': RUN_ID },
    },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: 60,
      ttlSecondsAfterFinished: 60,
      template: {
        metadata: { labels: { 'expose-vm/test': RUN_ID } },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          securityContext: RESTRICTED,
          containers: [
            {
              image: IMAGE,
              command: ['bash', '-c', clusterTestScript(CHECKS)],
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            },
          ],
        },
      },
    },
  });
});

it("the Job's name leaves room for what is added for its pod", () => {
  expect(
    clusterTestJob({ id: RUN_ID, namespace: NAMESPACE, image: IMAGE, checks: [] }).metadata?.name?.length,
  ).toBeLessThanOrEqual(63 - '-abcde'.length);
});

it('the command gives oc the same script, and the same pod security in its overrides', () => {
  const command = clusterTestCommand({ namespace: NAMESPACE, image: IMAGE, checks: CHECKS });
  const words = execFileSync('bash', ['-c', `oc() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' }).split(
    '\0',
  );
  expect(words.slice(0, 7)).toEqual(['run', 'expose-vm-test', '-n', NAMESPACE, '--rm', '-i', '--restart=Never']);
  expect(words.slice(-6, -1)).toEqual(['--command', '--', 'bash', '-c', clusterTestScript(CHECKS)]);
  const overrides = words.find((word) => word.startsWith('--overrides='))?.slice('--overrides='.length) ?? '';
  expect(JSON.parse(overrides)).toEqual({
    spec: {
      automountServiceAccountToken: false,
      securityContext: RESTRICTED,
      containers: [
        {
          name: 'expose-vm-test',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  });
});
