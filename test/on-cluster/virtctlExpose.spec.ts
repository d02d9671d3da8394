import type { DraftField, DraftProblem, DraftProblemCode } from '../../src/domain/draft/draftProblems';
import type { Service } from '../../src/domain/k8s/objects';
import { shellQuote } from '../../src/domain/k8s/shellQuote';
import { apiPort } from '../local-cluster/apiPort';
import { expect, makeNamespaceAdmin, test } from '../local-cluster/clusterTest';
import { planNow } from './runs';
import { paste } from './shellCommands';
import { makeVm, removeService } from '../local-cluster/vms';
import { COMBINATIONS, draftOf, flagText, LISTED, type ExposeFlags } from './virtctlFlags';

/**
 * What the planner makes beside what the real `virtctl expose` makes, for the same VM on the same API server, field by
 * field.
 */
const USER = 'vm-admin';
const VM = 'web';

/** What came of one of the two: the Service as the API server holds it, or why there is none. */
type Made =
  | { readonly service: Service }
  /** problems: those that the planner names before anything is sent */
  | { readonly refusal: string; readonly problems?: readonly DraftProblem[] };

/** Differences that are meant, each with its reason; any other fails the test. */
const INTENDED: readonly {
  readonly name: string;
  readonly isMeant: (flags: ExposeFlags, difference: string) => boolean;
  readonly reason: string;
}[] = [
  {
    name: 'owner',
    isMeant: (_, difference) => difference === 'metadata.ownerReferences',
    reason: 'the Service goes with its VM, as virtctl 1.9 does it; 1.8 leaves it behind',
  },
  {
    name: 'SCTP',
    isMeant: ({ protocol }) => protocol === 'SCTP',
    reason: 'virtctl knows TCP and UDP only, the API knows SCTP',
  },
  {
    name: 'None',
    isMeant: ({ type, 'cluster-ip': ip }) => type === 'NodePort' && ip === 'None',
    reason: 'None is a type of its own in the wizard, so that as an address of another type it is just no IP address',
  },
  {
    name: 'target port',
    isMeant: ({ port, 'target-port': target }, difference) =>
      port === '70000' && target === undefined && difference.endsWith('| named as it is typed: port.range'),
    reason: 'a target port that follows the port is told at the port alone',
  },
];

/** The API server's words for what the planner names as it is typed, by the planner's code. */
const WORDS: Partial<Record<DraftProblemCode, RegExp>> = {
  'ip.grammar': /^must be a valid IP address/,
  'port.range': /^must be between 1 and 65535, inclusive$/,
  'port-name.grammar': /^a lowercase RFC 1123 label must consist of/,
  'target-port.grammar': /^must contain only alpha-numeric characters/,
};

/** The field of a Service that the API server names for a field of the draft. */
function apiField(field: DraftField): string {
  if (field.at === 'port') return `spec.ports[${field.index}].${field.field}`;
  if (field.at !== 'option') return field.at;
  return field.name === 'clusterIP' ? 'spec.clusterIPs[0]' : `spec.${field.name}[0]`;
}

/** Each field that the API server names, with the planner's code for its reason, or its words where there is none. */
function reasonsOf(refusal: string): string[] {
  const causes = refusal.replace(/^\[(spec\..*)\]$/s, '$1').split(/, (?=spec\.[\w.[\]]+: )/);
  return causes.map((cause) => {
    const [, field = '', words = ''] = /^(spec\.[\w.[\]]+): Invalid value: (?:"[^"]*"|\d+): (.*)$/s.exec(cause) ?? [];
    const [code] = Object.entries(WORDS).find(([, pattern]) => pattern.test(words)) ?? [cause];
    return `${field}: ${code}`;
  });
}

const isSameRefusal = (theirs: string, ours: string, problems: readonly DraftProblem[] | undefined): boolean =>
  problems
    ? reasonsOf(theirs).sort().join() ===
      problems
        .map(({ field, code }) => `${apiField(field)}: ${code}`)
        .sort()
        .join()
    : theirs === ours;

/** The API server's own words, without the name of the Service and what comes before them. */
const wordsOf = (text: string): string =>
  text
    .replace(/^[\s\S]*?is invalid: /, '')
    .replaceAll('\\"', '"')
    .trim();

async function byVirtctl(flags: ExposeFlags, namespace: string, name: string): Promise<Made> {
  const { exitCode, stderr } = await paste(
    `virtctl expose vm ${VM} -n ${namespace} --name=${name} ${Object.entries(flags)
      .map(([flag, value]) => shellQuote(`--${flag}=${value as string}`))
      .join(' ')}`,
    { user: USER },
  );
  if (exitCode !== 0) return { refusal: wordsOf(stderr) };
  const service = await apiPort.get({ kind: 'Service', namespace, name });
  return service ? { service } : { refusal: 'it is not there' };
}

async function byThePlanner(flags: ExposeFlags, namespace: string, name: string): Promise<Made> {
  const plan = await planNow(draftOf(flags, namespace, VM, name));
  if (!plan.ok) {
    const { problems } = plan;
    return { refusal: `named as it is typed: ${problems.map(({ code }) => code).join(', ')}`, problems };
  }
  const create = plan.steps.find((step) => step.kind === 'create');
  if (create?.kind !== 'create') return { refusal: 'nothing to create' };
  try {
    await apiPort.create(create.object);
  } catch (error) {
    const [, json = '{}'] = /: 4\d\d (\{[\s\S]*\})\s*$/.exec((error as Error).message) ?? [];
    return { refusal: wordsOf((JSON.parse(json) as { message?: string }).message ?? (error as Error).message) };
  }
  const service = await apiPort.get({ kind: 'Service', namespace, name });
  return service ? { service } : { refusal: 'it is not there' };
}

/** What the API server gives to each Service of its own. */
const withoutGiven = ({ spec = {} }: Service, flags: ExposeFlags): Record<string, unknown> => {
  const isFixed = flags['cluster-ip'] !== undefined;
  const given = new Set(['healthCheckNodePort', ...(isFixed ? [] : ['clusterIP', 'clusterIPs'])]);
  const ports = (spec.ports ?? []).map((port) => ({ ...port, nodePort: port.nodePort === undefined ? 'none' : 'one' }));
  return { ...Object.fromEntries(Object.entries(spec).filter(([field]) => !given.has(field))), ports };
};

function differences(flags: ExposeFlags, theirs: Made, ours: Made): string[] {
  if ('refusal' in theirs && 'refusal' in ours) {
    const isSame = isSameRefusal(theirs.refusal, ours.refusal, ours.problems);
    return isSame ? [] : [`refusal: ${theirs.refusal} | ${ours.refusal}`];
  }
  if ('refusal' in theirs) return [`only virtctl is refused: ${theirs.refusal}`];
  if ('refusal' in ours) return [`only the planner is refused: ${ours.refusal}`];
  const [a, b] = [withoutGiven(theirs.service, flags), withoutGiven(ours.service, flags)];
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  );
  const owners = [theirs, ours].map(({ service }) => service.metadata?.ownerReferences?.length ?? 0);
  return [
    ...fields.map((field) => `spec.${field}: ${JSON.stringify(a[field])} | ${JSON.stringify(b[field])}`),
    ...(owners[0] === owners[1] ? [] : ['metadata.ownerReferences']),
  ];
}

const outcomeText = (made: Made): string => ('service' in made ? 'made' : `refused: ${made.refusal}`);

test('virtctl expose and the planner make the same Services', async ({ namespace }) => {
  test.setTimeout(300_000);
  await makeNamespaceAdmin(USER, namespace);
  await makeVm(namespace, VM, { ports: LISTED });
  expect(COMBINATIONS.length).toBeGreaterThanOrEqual(40);
  const rows: string[] = [];
  const unintended: string[] = [];
  const met = new Map<string, number>();
  for (const flags of COMBINATIONS) {
    const theirs = await byVirtctl(flags, namespace, 'theirs');
    await removeService(namespace, 'theirs');
    const ours = await byThePlanner(flags, namespace, 'ours');
    await removeService(namespace, 'ours');
    const found = differences(flags, theirs, ours);
    const listed = found.map((difference) => ({
      difference,
      meant: INTENDED.find(({ isMeant }) => isMeant(flags, difference)),
    }));
    listed.forEach(({ meant }) => meant && met.set(meant.name, (met.get(meant.name) ?? 0) + 1));
    unintended.push(
      ...listed.flatMap(({ difference, meant }) => (meant ? [] : [`${flagText(flags)} — ${difference}`])),
    );
    rows.push(
      [
        flagText(flags),
        outcomeText(theirs),
        outcomeText(ours),
        listed.map(({ difference, meant }) => meant?.name ?? difference).join(', ') || 'alike',
      ].join(' | '),
    );
  }
  console.log(['flags | virtctl | planner | difference', ...rows].join('\n'));
  await test.info().attach('virtctl-expose', { body: rows.join('\n'), contentType: 'text/plain' });
  expect(unintended).toEqual([]);
  expect(
    INTENDED.filter(({ name }) => !met.has(name)).map(({ name }) => name),
    'listed as different, but they are not',
  ).toEqual([]);
  const made = rows.filter((row) => row.includes('| made | made |')).length;
  const meant = INTENDED.map(({ name, reason }) => `${name} in ${met.get(name) ?? 0} (${reason})`).join('; ');
  console.log(
    `figure: ${rows.length} combinations of virtctl expose compared field by field, ${made} of them made by both; different on purpose: ${meant}`,
  );
});
