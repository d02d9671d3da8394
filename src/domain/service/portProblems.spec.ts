import fc from 'fast-check';
import { PORT_PRESETS } from './suggestedPorts';
import { PROTOCOLS, portNumber, type PortDraft } from './servicePort';
import { portProblem, portProblems } from './portProblems';

const port = (changes: Partial<PortDraft> = {}): PortDraft => ({
  name: '',
  port: '80',
  targetPort: '8080',
  protocol: 'TCP',
  nodePort: '',
  ...changes,
});

describe('a port number as typed', () => {
  it.each([
    ['1', 1],
    ['80', 80],
    ['65535', 65535],
  ])('%j is %i', (text, number) => {
    expect(portNumber(text)).toBe(number);
    expect(portProblem(text)).toBeUndefined();
  });

  it.each([
    '0',
    '65536',
    '99999',
    '100000',
    '-1',
    '+80',
    '080',
    '80.0',
    '8e1',
    '0x50',
    ' 80',
    '80 ',
    '80\n',
    '８０',
    'http',
  ])('%j is none', (text) => {
    expect(portNumber(text)).toBeUndefined();
    expect(portProblem(text)).toBe('port.range');
  });

  it('is asked for when nothing is typed', () => {
    expect(portProblem('')).toBe('port.empty');
  });
});

describe('portProblems', () => {
  it('has nothing to say of one port without a name', () => {
    expect(portProblems([port()])).toEqual([]);
  });

  it('wants at least one port', () => {
    expect(portProblems([])).toEqual([{ index: -1, field: 'port', code: 'ports.none' }]);
  });

  it('checks port and target port each', () => {
    expect(portProblems([port({ port: '', targetPort: '70000' })])).toEqual([
      { index: 0, field: 'port', code: 'port.empty' },
      { index: 0, field: 'targetPort', code: 'port.range' },
    ]);
  });

  it('wants names as soon as there are several', () => {
    expect(portProblems([port({ name: 'http' }), port({ port: '443' })])).toEqual([]);
  });

  it('refuses a name twice', () => {
    expect(portProblems([port({ name: 'http' }), port({ name: 'http', port: '81' })])).toEqual([
      { index: 1, field: 'name', code: 'port-name.duplicate' },
    ]);
  });

  it('refuses the same port of the same protocol twice, at the second one', () => {
    expect(portProblems([port({ name: 'a' }), port({ name: 'b', targetPort: '9090' })])).toEqual([
      { index: 1, field: 'port', code: 'port.duplicate' },
    ]);
  });

  it('says of two empty ports that they are empty, not that they are the same', () => {
    expect(portProblems([port({ name: 'a', port: '' }), port({ name: 'b', port: '' })])).toEqual([
      { index: 0, field: 'port', code: 'port.empty' },
      { index: 1, field: 'port', code: 'port.empty' },
    ]);
  });

  it('accepts the same port of another protocol, such as DNS has it', () => {
    expect(
      portProblems([
        port({ name: 'dns', port: '53', targetPort: '53' }),
        port({ name: 'dns-tcp', port: '53', targetPort: '53', protocol: 'UDP', nodePort: '' }),
      ]),
    ).toEqual([]);
  });

  it('accepts two ports with the same target', () => {
    expect(portProblems([port({ name: 'a' }), port({ name: 'b', port: '81' })])).toEqual([]);
  });

  it.each(['HTTP', 'http_1', '-http', 'http-', 'ht tp', 'http.', 'é', 'a'.repeat(64)])(
    'refuses the port name %j',
    (name) => {
      expect(portProblems([port({ name })])).toEqual([{ index: 0, field: 'name', code: 'port-name.grammar' }]);
    },
  );

  it.each(['http', '1', 'a-b', '80-http', 'a'.repeat(63)])('accepts the port name %j', (name) => {
    expect(portProblems([port({ name })])).toEqual([]);
  });
});

describe('port rules for arbitrary texts', () => {
  /** A DNS-1123 label, said once more, character by character. */
  const isPortName = (text: string): boolean =>
    text.length >= 1 &&
    text.length <= 63 &&
    Array.from(text).every((character) => 'abcdefghijklmnopqrstuvwxyz0123456789-'.includes(character)) &&
    !text.startsWith('-') &&
    !text.endsWith('-');

  it('a port number is every whole number from 1 to 65535 in its one decimal spelling, and nothing else', () => {
    const typed = fc.oneof(
      fc.integer({ min: -10, max: 70_000 }).map(String),
      fc.string({ unit: fc.constantFrom(...'0123456789+-. e\n'), maxLength: 7 }),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const number = Number.parseInt(text, 10);
        const isPort = String(number) === text && number >= 1 && number <= 65535;
        expect(portNumber(text)).toBe(isPort ? number : undefined);
      }),
      { numRuns: 3000 },
    );
  });

  it('a port name is a DNS label of 1 to 63 characters', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('a', '1', '-', 'Z', '.', '\n'), maxLength: 5 }),
      fc.string({ unit: fc.constantFrom('a', '1', '-'), minLength: 60, maxLength: 66 }),
    );
    fc.assert(
      fc.property(typed, (name) => {
        const problems = portProblems([port({ name })]);
        expect(problems).toEqual(
          name === '' || isPortName(name) ? [] : [{ index: 0, field: 'name', code: 'port-name.grammar' }],
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the presets', () => {
  it('are well-known ports under names that are Service port names', () => {
    expect(Object.fromEntries(PORT_PRESETS.map(({ name, port: number }) => [name, number]))).toEqual({
      ssh: 22,
      http: 80,
      https: 443,
      rdp: 3389,
      postgresql: 5432,
      mysql: 3306,
      mssql: 1433,
      vnc: 5900,
    });
    const drafts = PORT_PRESETS.map(({ name, port: number }) =>
      port({ name, port: String(number), targetPort: String(number) }),
    );
    expect(portProblems(drafts)).toEqual([]);
  });

  it('know the protocols of a Service', () => {
    expect(PROTOCOLS).toEqual(['TCP', 'UDP', 'SCTP']);
  });
});
