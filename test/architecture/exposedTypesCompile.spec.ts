/** A new type of Service does not compile until every place that has to know it does. */
import path from 'node:path';
import ts from 'typescript';
import { isSpec, ROOT, sourceFiles } from './sourceTree';

const TABLE = path.join(ROOT, 'src/domain/k8s/exposedTypes.ts');

/** The product's files that do not compile once the union of types, and the table of their traits, have one more. */
function filesThatFail(): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, 'tsconfig.json'),
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (!config) throw new Error('tsconfig.json cannot be read');
  const host = ts.createCompilerHost(config.options);
  host.readFile = (file) => {
    const text = ts.sys.readFile(file);
    if (path.resolve(file) !== TABLE) return text;
    return text
      ?.replace('type ExposedType = ', "type ExposedType = 'ExternalIP' | ")
      .replace('export const TYPES = {', 'export const TYPES = { ExternalIP: IN_CLUSTER,');
  };
  const named = sourceFiles('src').filter((file) => file.identifiers.has('ExposedType') && !isSpec(file));
  const program = ts.createProgram(
    named.map((file) => path.join(ROOT, file.path)),
    config.options,
    host,
  );
  return program
    .getSourceFiles()
    .filter(({ fileName }) => named.some((file) => path.resolve(fileName) === path.join(ROOT, file.path)))
    .filter((file) => program.getSemanticDiagnostics(file).length > 0)
    .map(({ fileName }) => path.relative(ROOT, fileName))
    .sort();
}

it('fails in the wording and in the form, and nowhere else', () => {
  expect(filesThatFail()).toEqual([
    'src/ui/text/accessText.ts',
    'src/ui/text/typeText.ts',
    'src/wizard/reach/TypeFields.tsx',
  ]);
});
