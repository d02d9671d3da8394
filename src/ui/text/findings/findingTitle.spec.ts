import { t } from '../../../../test/components/texts';
import { ALL_RULES } from '../../../domain/diagnosis/catalogue';
import type { Facts, Finding, RuleCode } from '../../../domain/diagnosis/finding';
import { exampleOf } from '../../../domain/diagnosis/words/examples';
import type { Step } from '../../../domain/steps/step';
import { findingText, findingTitle, fixLabel } from './findingText';

const CODES: readonly RuleCode[] = [...ALL_RULES.map(({ code }) => code), 'A3'];

type Changes<Code extends RuleCode> = Partial<Pick<Finding<Code>, 'grade' | 'object'>> & { facts?: Facts[Code] };
const titleOf = <Code extends RuleCode>(code: Code, changes: Changes<Code>): string =>
  findingTitle<Code>(t, { ...exampleOf(code), ...changes });

describe('findingTitle', () => {
  it.each(CODES)('is short for %s, in sentence case, and has no code and no full stop', (code) => {
    const title = findingTitle(t, exampleOf(code));
    expect(title.length).toBeLessThanOrEqual(60);
    expect(title).toMatch(/^[A-Z]|^backendvm /);
    expect(title).not.toMatch(/\.$|\{\{|\b[A-Z]\d{1,2}\b/);
  });

  it.each(CODES)('is not said again by the sentence of %s', (code) => {
    expect(findingText(t, exampleOf(code))).not.toContain(findingTitle(t, exampleOf(code)));
  });

  it.each<[string, string, string]>([
    [
      'S2 of an address',
      titleOf('S2', { facts: { externalName: '192.0.2.1', isAddress: true, ignored: {} } }),
      'Service is a DNS alias of an IP address',
    ],
    ['V3 of a stop', titleOf('V3', { facts: { phase: 'Running', isStopping: true } }), 'VM is stopping'],
    [
      'E5 of the guest agent',
      titleOf('E5', { facts: { isFromAgent: true } }),
      'Network interface has no IP address in the guest',
    ],
    ['N2', titleOf('N2', {}), 'Network interface blocks 8080/TCP'],
    [
      'N2 of several ports',
      titleOf('N2', {
        facts: {
          plugin: '',
          listed: '22/TCP',
          missing: [
            { target: 80, protocol: 'TCP' },
            { target: 443, protocol: 'TCP' },
          ],
        },
      }),
      'Network interface blocks some ports',
    ],
    [
      'N2 of a binding plugin',
      titleOf('N2', { facts: { ...exampleOf('N2').facts, plugin: 'slirp' } }),
      'Network interface does not list every port',
    ],
    ['U1 by the label alone', titleOf('U1', { facts: { proof: 'label' } }), 'User-defined network: not found'],
    [
      'H1 with a name elsewhere',
      titleOf('H1', { facts: { subdomain: 'other', service: 'backend', isNamedElsewhere: true } }),
      'VM has its DNS name from another Service',
    ],
    ['H7', titleOf('H7', {}), 'Clients must use port 8080'],
    [
      'H7 of several ports',
      titleOf('H7', {
        facts: {
          ports: [
            { port: 80, target: 8080 },
            { port: 443, target: 8443 },
          ],
        },
      }),
      'Clients must use the target ports',
    ],
    ['O1', titleOf('O1', {}), 'Outside clients use node port 30080'],
    [
      'O1 of several ports',
      titleOf('O1', { facts: { nodePorts: [30080, 30443], hostIP: undefined, isLocal: false } }),
      'Outside clients use the node ports',
    ],
    [
      'R1 of an Ingress',
      titleOf('R1', { object: { kind: 'Ingress', names: ['web'] } }),
      'Ingress uses a port that the Service does not have',
    ],
    ['R8 of a new Route', titleOf('R8', { facts: { isNew: true } }), 'Route is not admitted yet'],
    ['K1', titleOf('K1', {}), 'Network policy blocks 8080/TCP'],
    [
      'K1 that allows some clients',
      titleOf('K1', { facts: { ...exampleOf('K1').facts, isForNobody: false } }),
      'Network policy allows only some clients',
    ],
    [
      'K1 of several ports',
      titleOf('K1', {
        facts: {
          ...exampleOf('K1').facts,
          ports: [
            { port: 80, protocol: 'TCP' },
            { port: 443, protocol: 'TCP' },
          ],
        },
      }),
      'Network policy blocks several ports',
    ],
    [
      'K1 of a Service without ports',
      titleOf('K1', { facts: { ...exampleOf('K1').facts, ports: [undefined] } }),
      'Network policy blocks all traffic',
    ],
    ['A2', titleOf('A2', {}), 'backendvm is managed by Application shop'],
  ])('tells %s by what is known', (_, title, expected) => {
    expect(title).toBe(expected);
  });
});

describe('fixLabel', () => {
  const target = { namespace: 'prod2', name: 'backend' };
  const patch = (change: Extract<Step, { kind: 'patch' }>['change']): Step => ({
    id: 'patch',
    kind: 'patch',
    target: { ...target, kind: change.of === 'service' ? 'Service' : 'VirtualMachine' },
    uid: 'u1',
    change,
  });
  const SELECTOR = patch({ of: 'service', fields: [{ name: 'selector', before: {}, after: {} }] });
  const LABELS = patch({ of: 'labels', layer: 'pod', labels: [] });
  const RESTART: Step = {
    id: 'restart',
    kind: 'restart',
    target: { ...target, kind: 'VirtualMachine' },
    vmiUid: 'u2',
  };

  it.each(ALL_RULES.map(({ code, fix }) => [code, fix !== undefined] as const))(
    'is there for %s exactly where its rule has a fix',
    (code, hasFix) => {
      const label = fixLabel(t, exampleOf(code), []);
      if (!hasFix) expect(label).toBeUndefined();
      else {
        // a verb first, then what it is done to
        expect(label).toMatch(
          /^(Add|Allow|Apply|Connect|Create|Make|Publish|Restart|Select|Send|Set|Start|Unpause|Use) \S/,
        );
        expect(label).not.toMatch(/\.$|\{\{|\b[A-Z]\d{1,2}\b/);
      }
    },
  );

  it.each<[RuleCode, string, readonly Step[], string]>([
    ['S3', 'the selector', [SELECTOR], 'Select this VM'],
    ['S3', 'the labels', [LABELS], 'Add label to VM'],
    ['S5', 'the selector', [SELECTOR], 'Select this VM'],
    ['S5', 'the labels', [LABELS], 'Add label to template'],
    ['S6', 'the selector', [SELECTOR], 'Select this VM'],
    ['S6', 'the labels', [LABELS], 'Add label to pod'],
    ['S4', 'the labels', [LABELS], 'Apply label now'],
    ['S4', 'the running VM', [RESTART], 'Restart VM'],
    ['R1', 'the port of the Route', [patch({ of: 'route', before: 9999, after: 'http' })], 'Use port http'],
    ['R6', 'the port of the Route', [patch({ of: 'route', before: null, after: 8080 })], 'Use port 8080'],
    ['N2', 'nothing', [], 'Allow 8080/TCP'],
    ['K1', 'nothing', [], 'Allow 8080/TCP'],
  ])('says of %s what is done to %s', (code, _, steps, label) => {
    expect(fixLabel(t, exampleOf(code), steps)).toBe(label);
  });

  it('names no list of ports', () => {
    const ports = [
      { port: 80, protocol: 'TCP' as const },
      { port: 443, protocol: 'TCP' as const },
    ];
    const missing = ports.map(({ port, protocol }) => ({ target: port, protocol }));
    const example = exampleOf('K1');
    expect(fixLabel<'K1'>(t, { ...example, facts: { ...example.facts, ports } }, [])).toBe('Allow these ports');
    expect(fixLabel<'N2'>(t, { ...exampleOf('N2'), facts: { plugin: '', listed: '', missing } }, [])).toBe(
      'Allow these ports',
    );
  });
});
