import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const FOLDERS = ['.', 'docs', 'docs/decisions', 'charts/expose-vm', 'test/cluster', 'test/console'];
const documents = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file)),
);
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** As GitHub makes them of headings. */
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('links between documents', () => {
  it.each(documents)('%s: each link names a file, and a heading of it', (document) => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
      ([, link, image = '']) => link ?? image,
    );
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? document : path.join(path.dirname(document), file);
      if (!existsSync(path.join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('lead from README.md to every document', () => {
    const seen = new Set<string>();
    const visit = (document: string): void => {
      if (seen.has(document)) return;
      seen.add(document);
      for (const [, link = ''] of read(document).matchAll(/\]\(([^)\s#]+\.md)/g))
        if (!/^https?:/.test(link)) visit(path.join(path.dirname(document), link));
    };
    visit('README.md');
    expect(documents.filter((document) => !seen.has(document))).toEqual([]);
  });

  it('show every picture of the docs, each in the light and the dark theme, with words in its place', () => {
    const shown = documents.flatMap((document) =>
      [
        ...read(document).matchAll(
          /<picture>\s*<source media="\(prefers-color-scheme: dark\)" srcset="([^"]+)" \/>\s*<img src="([^"]+)" alt="[^"]+" \/>/g,
        ),
      ].map(([, dark = '', light = '']) => {
        expect(dark).toBe(light.replace('.png', '-dark.png'));
        return path.basename(light);
      }),
    );
    const pictures = readdirSync(path.join(ROOT, 'docs/pictures'));
    expect(pictures.sort()).toEqual(
      [...new Set(shown)].flatMap((file) => [file, file.replace('.png', '-dark.png')]).sort(),
    );
  });
});
