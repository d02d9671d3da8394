import { keysIn, wordsOfChunks, type ChunkOfBuild, type PartOfBuild } from './wordsOfChunks';

const KEYS = new Set(['Save', "Don't", '{{count}} VMs', 'Say "yes"', 'A · B']);

describe('keysIn', () => {
  it.each([
    ['quotes of each kind', 't("Save") + t(\'Save\') + t(`Save`)', ['Save']],
    ['what is escaped', String.raw`t('Don\'t') + t("Say \"yes\"") + t("A \u00b7 B")`, ["Don't", 'Say "yes"', 'A · B']],
    ['what stands in a template', "`# ${t('Save')}` // don't", ['Save']],
    ['keys that a table holds', 'const TEXTS = { a: "{{count}} VMs", b: "other" };', ['{{count}} VMs']],
    ['nothing in comments and pieces', '/* t("Save") */ t("Save it"); // "Save"', []],
  ])('finds %s', (_, code, found) => {
    expect(keysIn(code, KEYS)).toEqual(found);
  });
});

const long = (name: string) => `${name} ${'long '.repeat(400)}`;
const chunk = (id: string, ...keys: string[]): ChunkOfBuild => ({ id, keys: new Set(keys) });
const part = (parents: readonly PartOfBuild[], ...chunks: ChunkOfBuild[]): PartOfBuild => ({ parents, chunks });
const CONSOLE = part([], chunk('entry', 'Menu', 'Loading'));
const divided = (...parts: PartOfBuild[]) => {
  const { everywhere, byChunk } = wordsOfChunks([CONSOLE, ...parts], ['Nav']);
  const words = [...byChunk].map(([id, keys]): [string, string[]] => [
    id,
    [...keys].map((key) => key.trim().split(' ')[0] ?? ''),
  ]);
  return { everywhere: [...everywhere], words: Object.fromEntries(words) };
};

describe('wordsOfChunks', () => {
  const page = part([CONSOLE], chunk('page', 'Title', 'Menu'));

  it('leaves to the console what it loads by itself, and its labels; a page has a file for its words', () => {
    expect(divided(page)).toEqual({ everywhere: ['Nav', 'Menu', 'Loading'], words: { page: ['Title'] } });
  });

  it('gives a part with many words a file, and those of a small one to where it is loaded from', () => {
    const dialog = part([page], chunk('dialog', 'Yes'));
    const inDialog = part([dialog], chunk('inner', 'No'));
    const rows = part([page], chunk('rows', long('Rows'), 'Title'));
    expect(divided(page, dialog, inDialog, rows).words).toEqual({ page: ['Title', 'Yes', 'No'], rows: ['Rows'] });
  });

  it('gives the words of a small part to each page that it is loaded from', () => {
    const other = part([CONSOLE], chunk('other', 'Other'));
    expect(divided(page, other, part([page, other], chunk('both', 'Yes'))).words).toEqual({
      page: ['Title', 'Yes'],
      other: ['Other', 'Yes'],
    });
  });

  it('does not repeat what is there on every way to a part, and repeats what is not', () => {
    const other = part([CONSOLE], chunk('other', 'Other'));
    const findings = chunk('findings', long('Findings'), 'Title');
    expect(divided(page, part([page], findings)).words.findings).toEqual(['Findings']);
    expect(divided(page, other, part([page, other], findings)).words.findings).toEqual(['Findings', 'Title']);
  });

  it('puts the words of a small file with those of a large one that is loaded together with it', () => {
    const detail = part([page], chunk('detail', 'Detail'), chunk('findings', long('Findings')));
    expect(divided(page, detail).words).toEqual({ page: ['Title'], findings: ['Findings', 'Detail'] });
  });

  it('comes to an end where parts load each other', () => {
    const parents: PartOfBuild[] = [page];
    const one = part(parents, chunk('one', 'One'));
    parents.push(part([one], chunk('two', 'Two')));
    expect(divided(page, one, ...parents.slice(1)).words).toEqual({ page: ['Title', 'One', 'Two'] });
  });
});
