import { hostnameProblem, subdomainProblem } from '../../src/domain/service/dnsLabel';
import { labelKeyProblem, labelValueProblem } from '../../src/domain/labels/labels';
import { serviceNameProblem } from '../../src/domain/service/serviceName';
import { withDerived } from '../../src/domain/service/derivedPorts';
import { portProblem, portProblems } from '../../src/domain/service/portProblems';
import { type PortDraft } from '../../src/domain/service/servicePort';
import { expect, test } from '../local-cluster/clusterTest';
import * as oracle from './dryRunOracle';
import { HOSTILE_NUMBERS } from './hostileNumbers';
import { HOSTILE_VALUES } from './hostileValues';
import { api } from '../local-cluster/localCluster';
import { makeVm, readVmi } from '../local-cluster/vms';

/** Not grammar but the product's own: keys that are legal and yet must not be in a VM's template. */
const PRODUCT_CODES: readonly (string | undefined)[] = ['label.key.reserved', 'label.key.volatile', 'label.key.fixed'];
const isLabelKey = (key: string): boolean => {
  const code = labelKeyProblem(key);
  return code === undefined || PRODUCT_CODES.includes(code);
};

const isLabelValue = (value: string): boolean => labelValueProblem(value) === undefined;

interface Rule {
  readonly title: string;
  readonly question: (namespace: string) => oracle.Question;
  readonly accepts: (value: string) => boolean;
  readonly values: readonly string[];
  /** values that the rule refuses although the API server takes them, each with the reason */
  readonly stricter?: Readonly<Record<string, string>>;
}

const JSON_SPACE = 'JSON lets white space stand around a number; in a field of a form it is a slip';
const UNSET = 'a target port of 0 or null is an absent one: the API server then takes the port itself';

/** Lists of ports `name port protocol target`; the rules that look at several ports at once. */
const PORT_LISTS = [
  ...[
    '',
    ' 80 TCP 80',
    'a 80 TCP 80',
    'a 80 SCTP 80',
    ' 80 TCP 80,b 81 TCP 80',
    'a 80 TCP 80, 81 TCP 80',
    ' 80 TCP 80, 81 TCP 81',
    'a 80 TCP 80,b 81 TCP 80',
    'a 80 TCP 80,a 81 TCP 81',
  ],
  ...[
    'a 80 TCP 80,b 80 TCP 81',
    'a 80 TCP 80,b 80 UDP 80',
    'a 80 TCP 80,b 80 SCTP 80',
    'a 53 TCP 53,a 53 UDP 53',
    'a 80 TCP 80,b 81 TCP 81,c 80 TCP 82',
    'constructor 80 TCP 80,b 81 TCP 81',
    'a 80 TCP 80,A 81 TCP 81',
  ],
].map((text) => JSON.stringify(text === '' ? [] : text.split(',').map((port): PortDraft => toPort(port.split(' ')))));

function toPort([name = '', port = '', protocol = '', targetPort = '']: string[]): PortDraft {
  return { name, port, targetPort, protocol: protocol as PortDraft['protocol'], nodePort: '' };
}

const RULES: readonly Rule[] = [
  {
    title: 'lists of ports',
    question: oracle.portList,
    accepts: (list) => portProblems(JSON.parse(list) as PortDraft[]).length === 0,
    // as the wizard sends them: of several ports each has a name
    values: PORT_LISTS.map((list) => JSON.stringify(withDerived(JSON.parse(list) as PortDraft[]))),
  },
  { title: 'label keys', question: oracle.selectorKey, accepts: isLabelKey, values: HOSTILE_VALUES },
  { title: 'label values', question: oracle.selectorValue, accepts: isLabelValue, values: HOSTILE_VALUES },
  {
    title: 'Service names',
    question: oracle.serviceName,
    accepts: (value) => serviceNameProblem(value) === undefined,
    values: HOSTILE_VALUES,
  },
  {
    title: 'port names',
    question: oracle.portName,
    accepts: (name) =>
      portProblems([{ name, port: '80', targetPort: '80', protocol: 'TCP', nodePort: '' }]).length === 0,
    values: HOSTILE_VALUES,
  },
  {
    title: 'hostnames',
    question: oracle.hostname,
    accepts: (value) => hostnameProblem(value) === undefined,
    values: HOSTILE_VALUES,
  },
  {
    title: 'subdomains',
    question: oracle.subdomain,
    accepts: (value) => subdomainProblem(value) === undefined,
    values: HOSTILE_VALUES,
  },
  {
    title: 'ports',
    question: (namespace) => oracle.portNumberOf(namespace, 'port'),
    accepts: (text) => portProblem(text) === undefined,
    values: HOSTILE_NUMBERS,
    stricter: { ' 80': JSON_SPACE, '80 ': JSON_SPACE, '80\n': JSON_SPACE, '\t80': JSON_SPACE },
  },
  {
    title: 'target ports',
    question: (namespace) => oracle.portNumberOf(namespace, 'targetPort'),
    accepts: (text) => portProblem(text) === undefined,
    values: HOSTILE_NUMBERS,
    stricter: {
      ' 80': JSON_SPACE,
      '80 ': JSON_SPACE,
      '80\n': JSON_SPACE,
      '\t80': JSON_SPACE,
      null: UNSET,
      '0': UNSET,
      '-0': UNSET,
    },
  },
];

/** The values about which rule and API server differ, with what the API server says. */
async function expectAgreement(
  { title, accepts, values, stricter = {} }: Omit<Rule, 'question'>,
  question: oracle.Question,
): Promise<void> {
  const answers = await oracle.askAll(question, values);
  const differences = [...answers].filter(([value, isAccepted]) => isAccepted !== accepts(value));
  const unintended = differences.filter(([value, isAccepted]) => !(isAccepted && Object.hasOwn(stricter, value)));
  expect(
    unintended.map(
      ([value, isAccepted]) =>
        `${JSON.stringify(value)} is ${isAccepted ? 'taken' : 'refused'} by the API server alone`,
    ),
  ).toEqual([]);
  expect(
    Object.keys(stricter).filter((value) => !differences.some(([found]) => found === value)),
    'listed as different, but they are not',
  ).toEqual([]);
  const accepted = [...answers.values()].filter(Boolean).length;
  const compared = `${answers.size} ${title} compared with the API server: ${accepted} accepted, ${answers.size - accepted} refused, ${differences.length} refused on purpose by the product alone`;
  expect([accepted > 0, accepted < answers.size], compared).toEqual([true, true]);
  test.info().annotations.push({ type: 'compared', description: compared });
  console.log(`figure: ${compared}`);
}

test('there are at least 200 hostile values', () => {
  expect(new Set(HOSTILE_VALUES).size).toBe(HOSTILE_VALUES.length);
  expect(HOSTILE_VALUES.length).toBeGreaterThanOrEqual(200);
});

for (const rule of RULES) {
  test(`${rule.title}: the rule is the API server's`, async ({ namespace }) => {
    // pods are refused until the namespace has it
    const account = () =>
      api<{ kind?: string }>('GET', `/api/v1/namespaces/${namespace}/serviceaccounts/default`, undefined, [200, 404]);
    await expect.poll(async () => (await account()).kind).not.toBe('Status');
    await expectAgreement(rule, rule.question(namespace));
  });
}

test('label keys and values: the rules are those of a running VM too', async ({ namespace }) => {
  await makeVm(namespace, 'oracle', { templateLabels: { app: 'oracle' } });
  const before = (await readVmi(namespace, 'oracle')).metadata.labels;
  // KubeVirt's webhook looks at each, which takes longer: half of the values as keys, the others as values
  const [keys, values] = [0, 1].map((rest) => HOSTILE_VALUES.filter((_, index) => index % 2 === rest)) as [
    string[],
    string[],
  ];
  await expectAgreement(
    { title: 'label keys of a VMI', accepts: isLabelKey, values: keys },
    oracle.vmiLabelKey(namespace, 'oracle'),
  );
  await expectAgreement(
    { title: 'label values of a VMI', accepts: isLabelValue, values },
    oracle.vmiLabelValue(namespace, 'oracle'),
  );
  expect((await readVmi(namespace, 'oracle')).metadata.labels).toEqual(before);
});
