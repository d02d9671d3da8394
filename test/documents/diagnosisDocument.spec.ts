import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BLIND_SPOTS, ruleOf } from '../../src/domain/diagnosis/catalogue';
import type { RuleCode } from '../../src/domain/diagnosis/finding';
import type { Grade } from '../../src/domain/diagnosis/rule';
import { findingText } from '../../src/ui/text/findings/findingText';
import { CATALOGUE_WORDS } from '../../src/domain/diagnosis/words/catalogueWords';
import { exampleOf } from '../../src/domain/diagnosis/words/examples';
import { BLIND_SPOT_SENTENCES } from '../../src/ui/text/findings/policy';
import { t } from '../components/texts';

const FILE = path.join(__dirname, '../../docs/diagnosis.md');
const GRADES: Readonly<Record<Grade, string>> = {
  blocking: 'Blocking',
  limitation: 'Limitation',
  note: 'Note',
};
const CODES = Object.keys(CATALOGUE_WORDS) as (keyof typeof CATALOGUE_WORDS)[];

/** Grade, hop and meaning of a code. */
const told = (code: (typeof CODES)[number]): readonly string[] => {
  const blind = BLIND_SPOTS.find((spot) => spot.code === code);
  if (blind) return ['Always not checked', blind.hop, BLIND_SPOT_SENTENCES[blind.code](t, ['AdminNetworkPolicy'])];
  const example = exampleOf(code as RuleCode);
  return [GRADES[example.grade], example.hop, findingText(t, example)];
};

const row = (code: (typeof CODES)[number]): string => {
  const reads = (ruleOf(code as RuleCode)?.reads ?? []).map((input) => `\`${input}\``).join(', ');
  const { detected, remedy } = CATALOGUE_WORDS[code];
  return `| ${[code, ...told(code), `${detected}${reads ? ` (reads ${reads})` : ''}`, remedy].join(' | ')} |`;
};

const document = `# The diagnosis catalogue

What the Services tab says of a Service and a virtual machine. Made from the entries of
[the catalogue](../src/domain/diagnosis/catalogue.ts) by \`UPDATE_DOCS=1 npx jest diagnosisDocument\`; a test fails when it differs from them.

A rule whose input could not be read (forbidden, not there, not loaded) answers *not checked*, never *fine*. The first blocking rule of a
layer is the reason; caveats are all told. The meaning is told by an example. The way of a connection is client → Route → Service → EndpointSlice → Pod → NIC → guest; the
configuration is checked, the data path is not, unless a [test from the cluster](testFromCluster.md) has run.

| code | grade | hop | meaning | detected by | what to do |
|---|---|---|---|---|---|
${CODES.map(row).join('\n')}
`;

describe('docs/diagnosis.md', () => {
  it('says what the entries say', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, document);
    expect(readFileSync(FILE, 'utf8')).toBe(document);
  });
});
