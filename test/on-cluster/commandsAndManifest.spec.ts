import type { Service } from '../../src/domain/k8s/objects';
import { heredocDelimiter } from '../../src/domain/k8s/shellQuote';
import { manifestFor } from '../../src/domain/steps/manifest';
import { toKubernetesYaml } from '../../src/ui/kubernetesYaml';
import { byLabel } from '../objects/draftBuilders';
import { apiPort } from '../local-cluster/apiPort';
import { expect, test } from '../local-cluster/clusterTest';
import { readVm } from '../local-cluster/vms';
import { LABELS, SERVICE, USER, VM, outcomeIn, planIn, prepare, scriptOf } from './exposedByCommands';
import { paste } from './shellCommands';

/** What the commands and the manifest do where the cluster is not as a plan from nothing finds it. */

test('the manifest: oc apply makes the same Service of it, and nothing else', async ({ namespace }) => {
  const uid = await prepare(namespace);
  const steps = await planIn(namespace, byLabel('restart', LABELS));
  const manifest = manifestFor(steps, toKubernetesYaml);
  const end = heredocDelimiter(manifest);
  const script = `cat > expose.yaml <<'${end}'\n${manifest}${end}\noc apply -f expose.yaml\noc apply -f expose.yaml`;
  const ran = await paste(script, { user: USER, shell: 'sh' });
  expect(ran, ran.stderr).toMatchObject({
    exitCode: 0,
    stdout: `service/${SERVICE} created\nservice/${SERVICE} unchanged\n`,
  });

  const [object] = steps.flatMap((step) => (step.kind === 'create' ? [step.object] : []));
  const lastApplied = { 'kubectl.kubernetes.io/last-applied-configuration': expect.any(String) as unknown };
  const { services, templateLabels, isVmiRenewed } = await outcomeIn(namespace, uid);
  expect(services).toEqual([
    { name: SERVICE, annotations: { ...object?.metadata?.annotations, ...lastApplied }, spec: object?.spec },
  ]);
  expect([templateLabels ?? {}, isVmiRenewed]).toEqual([{}, false]);
  // what it cannot say is left to do, and only that
  expect((await planIn(namespace, byLabel('restart', LABELS))).map(({ id }) => id)).toEqual(
    steps.map(({ id }) => id).filter((id) => id !== `service/${SERVICE}`),
  );
});

test('a Service of an earlier try of this run: the commands put the new one in its place', async ({ newNamespace }) => {
  const namespace = await newNamespace();
  const uid = await prepare(namespace);
  const [create] = await planIn(namespace, { by: 'vm-identity' });
  if (create?.kind !== 'create') throw new Error('The plan does not begin with the Service.');
  const planned = create.object as Service;
  await apiPort.create({ ...planned, spec: { ...planned.spec, selector: { tier: 'outdated' } } });
  const script = scriptOf(await planIn(namespace, { by: 'vm-identity' }));
  expect(script).toContain(`oc delete service ${SERVICE} -n ${namespace}`);
  expect(await paste(script, { user: USER })).toMatchObject({ exitCode: 0 });
  await expect
    .poll(() => outcomeIn(namespace, uid))
    .toMatchObject({ isReached: true, services: [{ spec: { selector: { 'vmi.kubevirt.io/id': VM } } }] });
});

test('a stopped VM: virtctl restart says why it does not, which is why the plan starts it', async ({ namespace }) => {
  await prepare(namespace, { runStrategy: 'Halted' });
  const refused = await paste(`virtctl restart ${VM} -n ${namespace}`, { user: USER });
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('does not support manual restart');
  expect((await planIn(namespace, byLabel('restart', LABELS))).map(({ kind }) => kind)).toEqual([
    'patch',
    'create',
    'start',
    'await',
    'await',
  ]);
});

test('a guest that does not shut down: virtctl restart with force replaces it', async ({ namespace }) => {
  const uid = await prepare(namespace);
  const forced = await paste(`virtctl restart ${VM} -n ${namespace} --force --grace-period=0`, { user: USER });
  expect(forced, forced.stderr).toMatchObject({ exitCode: 0 });
  const renewed = async () => {
    const vmi = await apiPort.get({ kind: 'VirtualMachineInstance', namespace, name: VM });
    return vmi !== undefined && vmi.metadata?.uid !== uid && vmi.status?.phase === 'Running';
  };
  await expect.poll(renewed, { timeout: 60_000 }).toBe(true);
});

test('what someone else changed in between is not overwritten: the guarded patch fails, and with it the script', async ({
  namespace,
}) => {
  await prepare(namespace);
  const script = scriptOf(await planIn(namespace, byLabel('next-restart', LABELS)));
  await apiPort.patch({ kind: 'VirtualMachine', namespace, name: VM }, [
    { op: 'add', path: '/spec/template/metadata/labels', value: { tier: 'theirs' } },
  ]);
  const ran = await paste(script, { user: USER });
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toContain('the server rejected our request');
  expect((await readVm(namespace, VM)).spec.template.metadata?.labels).toEqual({ tier: 'theirs' });
  expect((await apiPort.list('Service', namespace)).map(({ metadata }) => metadata?.name)).toEqual([]);
});
