import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_RULES, ruleOf } from '../src/domain/diagnosis/catalogue';
import type { Grade, RuleCode } from '../src/domain/diagnosis/rule';
import { findingText } from '../src/ui/text/findingText';
import { WORDS } from './diagnosisWords';
import { t } from './texts';

const FILE = path.join(__dirname, '../docs/diagnosis.md');
const GRADES: Readonly<Record<Grade, string>> = {
  blocks: 'blocks',
  caveat: 'works with a condition',
  info: 'worth knowing',
};
const CODES = Object.keys(WORDS) as RuleCode[];

/** The sentence of a code with its particulars left open. */
const meaning = (code: RuleCode): string =>
  findingText(t, {
    code,
    grade: ruleOf(code)?.grade ?? 'info',
    hop: 'Pod',
    object: { kind: 'Kind', name: 'NAME' },
    field: 'CODES',
    actual: 'ACTUAL',
    needed: 'NEEDED',
  });

const row = (code: RuleCode): string => {
  const rule = ruleOf(code);
  const reads = (rule?.reads ?? []).map((input) => `\`${input}\``).join(', ');
  const { detected, remedy } = WORDS[code];
  return `| ${code} | ${GRADES[rule?.grade ?? 'info']} | ${rule?.hop ?? 'client'} | ${meaning(code)} | ${detected}${reads ? ` (reads ${reads})` : ''} | ${remedy} |`;
};

const document = `# The diagnosis catalogue

What the Services tab says of a Service and a virtual machine. Made from the entries of
[the catalogue](../src/domain/diagnosis/catalogue.ts) by \`UPDATE_DOCS=1 npx jest test/diagnosisDocument\`; a test fails when it differs from them.

A rule whose input could not be read (forbidden, not there, not loaded) answers *not checked*, never *fine*. The first blocking rule of a
layer is the reason; caveats are all told. The way of a connection is client → Route → Service → EndpointSlice → Pod → NIC → guest; the
configuration is checked, the data path is not, unless a [test from the cluster](testFromCluster.md) has run.

| code | grade | hop | meaning | detected by | what to do |
|---|---|---|---|---|---|
${CODES.map(row).join('\n')}
`;

describe('docs/diagnosis.md', () => {
  it('lists every entry of the catalogue', () => {
    expect(ALL_RULES.map(({ code }) => code).filter((code) => !CODES.includes(code))).toEqual([]);
    expect(CODES.filter((code) => code !== 'A3' && !ruleOf(code))).toEqual([]);
  });

  it('says what the entries say', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, document);
    expect(readFileSync(FILE, 'utf8')).toBe(document);
  });

  it('has a fix or a command for every entry', () => {
    expect(ALL_RULES.filter(({ fix, command }) => !fix && !command).map(({ code }) => code)).toEqual([]);
  });
});
