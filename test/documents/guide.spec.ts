import { readFileSync } from 'node:fs';
import path from 'node:path';
import texts from '../../locales/en/plugin__expose-vm.json';

const GUIDE = readFileSync(path.join(__dirname, '../../docs/guide.md'), 'utf8');
/** Of the console itself. */
const NOT_OURS = ['Virtualization'];

/** Plural forms are keys of their own; what follows a grade is the code of the rule. */
const shown = new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$| · Rule \{\{code\}\}$/, '')));
const isSentence = (text: string): boolean => text.endsWith('.');

it('docs/guide.md calls everything on the pages as the pages do', () => {
  const prose = GUIDE.replace(/^#.*$/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\s+/g, ' ');
  const quoted = [...prose.matchAll(/\*{1,2}([^*]+)\*{1,2}/g)].map(([, text = '']) => text);
  expect(quoted.length).toBeGreaterThan(50);
  expect(
    [...new Set(quoted)].filter((text) => !shown.has(text) && !isSentence(text) && !NOT_OURS.includes(text)),
  ).toEqual([]);
});
