import { applyPlan } from '../../src/cluster/run/applyPlan';
import { look } from '../../src/cluster/run/look';
import type { ExposeDraft, SelectionDraft } from '../../src/domain/draft/draft';
import type { LabelTiming } from '../../src/domain/labels/timing';
import { manifestFor, scriptFor } from '../../src/domain/steps/manifest';
import type { Labels, Service } from '../../src/domain/k8s/objects';
import { planExpose } from '../../src/domain/plan/plan';
import { NEW_ROUTE } from '../../src/domain/service/routeDraft';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
import type { PortDraft } from '../../src/domain/service/servicePort';
import { heredocDelimiter } from '../../src/domain/k8s/shellQuote';
import type { Step } from '../../src/domain/steps/step';
import { toKubernetesYaml } from '../../src/ui/kubernetesYaml';
import { apiPort, realClock } from './apiPort';
import { expect, makeNamespaceAdmin, test } from './clusterTest';
import { paste, type Shell } from './shellCommands';
import { makeService, makeVm, readPods, readVm, readVmi, readyEndpoints, type VmOptions } from './vms';

/** The commands that Review shows, pasted into a real shell with the real clients, against the same plan applied by the product. */
const USER = 'vm-admin';
const VM = 'backend.vm';
const SERVICE = 'backend';
const RUN_ID = '6f7d9c3e-8a51-4a0a-9c58-7f3d1b0f2f10';

const scriptOf = (steps: readonly Step[]): string => scriptFor(steps, toKubernetesYaml);

/** Keys and values that are legal and that a careless YAML would read as numbers, dates or truth values. */
const LABELS: Labels = {
  tier: 'backend',
  'example.com/zone': '1.0',
  on: 'true',
  y: 'null',
  '1e3': '0x1F',
  no: '2026-08-01',
  constructor: '1_000',
  empty: '',
  '0777': '0777',
  null: 'NaN',
  '0X1F': '0B1',
  '1_0': '1__0',
};
const byLabel = (timing: LabelTiming, removed: readonly string[] = []): SelectionDraft => ({
  by: 'label',
  labels: Object.entries(LABELS).map(([key, value]) => ({ key, value })),
  removed,
  timing,
});

/** Labels of a template, one of which is to be taken away. */
const TAKEN = 'old.example.com/0x1F_key';
const WITH_TAKEN: VmOptions = { templateLabels: { [TAKEN]: 'gone', keep: 'me' } };

const PORTS: readonly PortDraft[] = [
  { name: 'http', port: '80', targetPort: '8080', protocol: 'TCP', nodePort: '' },
  { name: '53', port: '53', targetPort: '53', protocol: 'UDP', nodePort: '' },
];

const draftOf = (namespace: string, selection: SelectionDraft): ExposeDraft => ({
  namespace,
  vmNames: [VM],
  serviceName: SERVICE,
  type: 'ClusterIP',
  ports: PORTS,
  options: NO_OPTIONS,
  route: NEW_ROUTE,
  opensPorts: false,
  hostname: '',
  specTiming: 'next-restart',
  selection,
});

async function planIn(namespace: string, selection: SelectionDraft): Promise<readonly Step[]> {
  const plan = planExpose(draftOf(namespace, selection), await look(apiPort, namespace, [VM]), RUN_ID);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.steps;
}

/** Of the labels of an object those that are no other for each VM: neither uids nor where it runs. */
const lasting = (labels: Labels = {}): Labels =>
  Object.fromEntries(
    Object.entries(labels).filter(([key]) => !['kubevirt.io/created-by', 'kubevirt.io/nodeName'].includes(key)),
  );

/** What the API server adds to a Service. */
const GIVEN = new Set([
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'internalTrafficPolicy',
  'sessionAffinity',
]);

/** What has become of a namespace's VM and its Services, without what differs from VM to VM. */
async function outcomeIn(namespace: string, vmiUidBefore: string) {
  const [vm, vmi, pods, services] = [
    await readVm(namespace, VM),
    await readVmi(namespace, VM),
    await readPods(namespace, VM),
    await apiPort.list('Service', namespace),
  ];
  const addresses = vmi.status.interfaces?.map(({ ipAddress }) => ipAddress) ?? [];
  return {
    services: services.map(({ metadata, spec }) => ({
      name: metadata?.name,
      annotations: metadata?.annotations,
      spec: Object.fromEntries(Object.entries(spec ?? {}).filter(([field]) => !GIVEN.has(field))),
    })),
    templateLabels: vm.spec.template.metadata?.labels,
    vmiLabels: lasting(vmi.metadata.labels),
    podLabels: pods.map(({ metadata }) => lasting(metadata.labels)),
    isVmiRenewed: vmi.metadata.uid !== vmiUidBefore,
    isReached: (await readyEndpoints(namespace, SERVICE)).some((address) => addresses.includes(address)),
  };
}

/** A VM in a namespace; returns the uid of what runs, '' when nothing does. */
async function prepare(namespace: string, options: VmOptions = {}): Promise<string> {
  await makeNamespaceAdmin(USER, namespace);
  await makeVm(namespace, VM, options);
  return (await apiPort.get({ kind: 'VirtualMachineInstance', namespace, name: VM }))?.metadata?.uid ?? '';
}

interface Case {
  readonly title: string;
  readonly selection: SelectionDraft;
  readonly shell: Shell;
  readonly vm?: VmOptions;
  /** the selector of a Service with other ports that is there already */
  readonly joins?: Labels;
  /** what the outcome has to be apart from being the same both ways */
  readonly isVmiRenewed?: true;
  readonly isReached?: false;
  readonly templateLabels: Labels;
  /** LABELS unless it says otherwise */
  readonly selector?: Labels;
  /** what the script has to consist of, in this order */
  readonly clients: readonly string[];
}

const TIER = { tier: 'backend' };
const REST = { ...LABELS, keep: 'me' };
const CASES: readonly Case[] = [
  {
    title: 'just this VM',
    selection: { by: 'vm-identity' },
    shell: 'sh',
    templateLabels: {},
    selector: { 'vmi.kubevirt.io/id': VM },
    clients: ['oc create', 'oc get endpointslices'],
  },
  {
    title: 'new labels now',
    selection: byLabel('live'),
    shell: 'interactive bash',
    templateLabels: LABELS,
    clients: [
      'oc patch virtualmachine ',
      'oc create',
      'oc patch virtualmachineinstance ',
      'oc patch pod',
      'oc get pods',
    ],
  },
  {
    title: 'new labels with a restart',
    selection: byLabel('restart'),
    shell: 'bash',
    isVmiRenewed: true,
    templateLabels: LABELS,
    clients: ['oc patch virtualmachine ', 'oc create', 'virtctl restart', 'oc wait', 'oc get endpointslices'],
  },
  {
    title: 'new labels at the next restart',
    selection: byLabel('next-restart'),
    shell: 'sh',
    isReached: false,
    templateLabels: LABELS,
    clients: ['oc patch virtualmachine ', 'oc create'],
  },
  {
    title: 'new labels on the pod only',
    selection: byLabel('pod-only'),
    shell: 'bash',
    templateLabels: {},
    clients: ['oc create', 'oc patch pod', 'oc get pods'],
  },
  {
    title: 'a label taken away now',
    selection: byLabel('live', [TAKEN]),
    shell: 'interactive bash',
    vm: WITH_TAKEN,
    templateLabels: REST,
    clients: ['oc patch virtualmachine ', 'oc create', 'oc patch pod', `!${TAKEN}`],
  },
  {
    title: 'a label taken away with a restart',
    selection: byLabel('restart', [TAKEN]),
    shell: 'interactive bash',
    vm: WITH_TAKEN,
    isVmiRenewed: true,
    templateLabels: REST,
    clients: ['oc patch virtualmachine ', 'oc create', 'virtctl restart', `!${TAKEN}`, 'oc wait'],
  },
  {
    title: 'a stopped VM started',
    selection: byLabel('restart'),
    shell: 'sh',
    vm: { runStrategy: 'Halted' },
    isVmiRenewed: true,
    templateLabels: LABELS,
    clients: ['oc patch virtualmachine ', 'oc create', 'virtctl start', 'oc wait'],
  },
  {
    title: 'a Service joined and its ports changed',
    selection: { by: 'service', timing: 'live' },
    shell: 'sh',
    joins: TIER,
    templateLabels: TIER,
    selector: TIER,
    clients: ['oc patch virtualmachine ', 'oc patch service', 'oc patch pod'],
  },
];

for (const {
  title,
  selection,
  shell,
  vm,
  joins,
  isVmiRenewed = false,
  isReached = true,
  templateLabels,
  selector = LABELS,
  clients,
} of CASES) {
  test(`${title}: pasted into ${shell}, the script does what Apply does`, async ({ newNamespace }) => {
    const [pasted, applied] = [await newNamespace(), await newNamespace()];
    const [pastedUid, appliedUid] = (await Promise.all(
      [pasted, applied].map((namespace) => prepare(namespace, vm)),
    )) as [string, string];
    if (joins) await Promise.all([pasted, applied].map((namespace) => makeService(namespace, SERVICE, joins)));

    const script = scriptOf(await planIn(pasted, selection));
    const places = clients.map((client) => script.indexOf(client));
    expect(places, script).toEqual([...places].sort((a, b) => a - b));
    expect(places, script).not.toContain(-1);
    const ran = await paste(script, { user: USER, shell });
    expect(ran.exitCode, `${ran.stderr}\n${ran.stdout}`).toBe(0);

    const events: unknown[] = [];
    const applying = applyPlan({
      steps: await planIn(applied, selection),
      port: apiPort,
      clock: realClock,
      emit: (event) => events.push(event),
      signal: new AbortController().signal,
    });
    expect(await applying, JSON.stringify(events)).toBe('done');

    const outcome = await outcomeIn(applied, appliedUid);
    const ports = PORTS.map(({ name, port, targetPort, protocol }) => ({
      name,
      port: Number(port),
      targetPort: Number(targetPort),
      protocol,
    }));
    expect(outcome).toMatchObject({
      isVmiRenewed,
      isReached,
      services: [{ name: SERVICE, spec: { type: 'ClusterIP', ports } }],
    });
    expect([outcome.templateLabels ?? {}, outcome.services[0]?.spec.selector]).toEqual([templateLabels, selector]);
    // the commands show endpoints where Apply waits for them
    await expect.poll(() => outcomeIn(pasted, pastedUid)).toEqual(outcome);
    expect(await planIn(pasted, selection)).toEqual([]);
  });
}

test('the manifest: oc apply makes the same Service of it, and nothing else', async ({ namespace }) => {
  const uid = await prepare(namespace);
  const steps = await planIn(namespace, byLabel('restart'));
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
  expect((await planIn(namespace, byLabel('restart'))).map(({ id }) => id)).toEqual(
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
  expect((await planIn(namespace, byLabel('restart'))).map(({ kind }) => kind)).toEqual([
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

test('what somebody else changed in between is not overwritten: the guarded patch fails, and with it the script', async ({
  namespace,
}) => {
  await prepare(namespace);
  const script = scriptOf(await planIn(namespace, byLabel('next-restart')));
  await apiPort.patch({ kind: 'VirtualMachine', namespace, name: VM }, [
    { op: 'add', path: '/spec/template/metadata/labels', value: { tier: 'theirs' } },
  ]);
  const ran = await paste(script, { user: USER });
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toContain('the server rejected our request');
  expect((await readVm(namespace, VM)).spec.template.metadata?.labels).toEqual({ tier: 'theirs' });
  expect((await apiPort.list('Service', namespace)).map(({ metadata }) => metadata?.name)).toEqual([]);
});
