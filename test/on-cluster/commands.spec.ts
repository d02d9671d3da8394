import type { SelectionDraft } from '../../src/domain/draft/draft';
import type { Labels } from '../../src/domain/k8s/objects';
import { byLabel } from '../objects/draftBuilders';
import { expect, test } from '../local-cluster/clusterTest';
import { makeService, type VmOptions } from '../local-cluster/vms';
import { LABELS, PORTS, SERVICE, USER, VM, draftIn, outcomeIn, planIn, prepare, scriptOf } from './exposedByCommands';
import { expose } from './runs';
import { paste, type Shell } from './shellCommands';

/**
 * The commands that Review shows, pasted into a real shell with the real clients, against the same plan applied by the
 * product.
 */

/** Labels of a template, one of which is to be taken away. */
const TAKEN = 'old.example.com/0x1F_key';
const WITH_TAKEN: VmOptions = { templateLabels: { [TAKEN]: 'gone', keep: 'me' } };

interface Case {
  readonly title: string;
  readonly selection: SelectionDraft;
  readonly shell: Shell;
  readonly vm?: VmOptions;
  /** the selector of an existing Service with other ports */
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
    selection: byLabel('live', LABELS),
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
    selection: byLabel('restart', LABELS),
    shell: 'bash',
    isVmiRenewed: true,
    templateLabels: LABELS,
    clients: ['oc patch virtualmachine ', 'oc create', 'virtctl restart', 'oc wait', 'oc get endpointslices'],
  },
  {
    title: 'new labels at the next restart',
    selection: byLabel('next-restart', LABELS),
    shell: 'sh',
    isReached: false,
    templateLabels: LABELS,
    clients: ['oc patch virtualmachine ', 'oc create'],
  },
  {
    title: 'new labels on the pod only',
    selection: byLabel('pod-only', LABELS),
    shell: 'bash',
    templateLabels: {},
    clients: ['oc create', 'oc patch pod', 'oc get pods'],
  },
  {
    title: 'a label taken away now',
    selection: byLabel('live', LABELS, [TAKEN]),
    shell: 'interactive bash',
    vm: WITH_TAKEN,
    templateLabels: REST,
    clients: ['oc patch virtualmachine ', 'oc create', 'oc patch pod', `!${TAKEN}`],
  },
  {
    title: 'a label taken away with a restart',
    selection: byLabel('restart', LABELS, [TAKEN]),
    shell: 'interactive bash',
    vm: WITH_TAKEN,
    isVmiRenewed: true,
    templateLabels: REST,
    clients: ['oc patch virtualmachine ', 'oc create', 'virtctl restart', `!${TAKEN}`, 'oc wait'],
  },
  {
    title: 'a stopped VM started',
    selection: byLabel('restart', LABELS),
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

    await expose(draftIn(applied, selection));

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
