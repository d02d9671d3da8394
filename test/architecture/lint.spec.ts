/** What oxlint is asked to find, it finds: a rule that it does not know any more, or without types, says nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './sourceTree';

const FILES = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2022" }, "include": ["."] }',
  'first.ts': "import type { Second } from './second';\nexport interface First { second: Second }",
  'second.ts': "import { type First } from './first';\nexport interface Second { first: First }",
  'late.ts': `
    export const late = async (): Promise<void> => { await Promise.resolve(); };
    export function toldOf(kind: 'a' | 'b', what: object, anything: any): string {
      late();
      if (late()) return anything.name;
      switch (kind) { case 'a': return \`\${what}\`; }
      return 'b';
    }`,
};

it('finds circles of imports, of types too, and what only types tell', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'expose-vm-lint-'));
  try {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
    const command = path.join(ROOT, 'node_modules/.bin/oxlint');
    const { stdout } = spawnSync(command, ['--format=json', folder], { cwd: ROOT, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    const found = diagnostics.map(({ code, filename }) => `${path.basename(filename)}: ${code}`);
    expect([...new Set(found)].sort()).toEqual([
      'first.ts: import(no-cycle)',
      'late.ts: typescript(no-base-to-string)',
      'late.ts: typescript(no-floating-promises)',
      'late.ts: typescript(no-misused-promises)',
      'late.ts: typescript(no-unsafe-member-access)',
      'late.ts: typescript(no-unsafe-return)',
      'late.ts: typescript(restrict-template-expressions)',
      'late.ts: typescript(switch-exhaustiveness-check)',
      'second.ts: import(no-cycle)',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
