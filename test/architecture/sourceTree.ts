/** The source tree as the architecture test reads it: each file with what it imports, names and exports. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(__dirname, '../..');

export interface ImportedModule {
  /** the module as it is written, or for a file of this repository its path from the root without extension */
  readonly module: string;
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** path from the root, with `/` */
  readonly path: string;
  readonly imports: readonly ImportedModule[];
  /** every identifier in the code */
  readonly identifiers: ReadonlySet<string>;
  /** the texts that stand in quotes, imports apart */
  readonly texts: ReadonlySet<string>;
  /** true when the time is asked for: `Date.now`, `Date()` or `new Date()` without arguments */
  readonly asksTime: boolean;
  /** true when something is exported that exists at run time */
  readonly exportsValues: boolean;
}

const isTypeOnlyImport = ({ importClause }: ts.ImportDeclaration): boolean => {
  const bindings = importClause?.namedBindings;
  if (!importClause || importClause.isTypeOnly) return Boolean(importClause);
  return (
    !importClause.name &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
};

/** The modules that are imported for their types alone. */
const typeOnlyModules = (source: ts.SourceFile): Set<string> => {
  const typeOnly = new Set<string>();
  const values = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      (isTypeOnlyImport(statement) ? typeOnly : values).add(statement.moduleSpecifier.text);
    } else if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      ts.isStringLiteral(statement.moduleSpecifier)
    ) {
      (statement.isTypeOnly ? typeOnly : values).add(statement.moduleSpecifier.text);
    }
  }
  return new Set([...typeOnly].filter((module) => !values.has(module)));
};

const isValueExport = (statement: ts.Statement): boolean => {
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
};

function identifiersOf(source: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The string literals of the code; modules that are imported are none of them. */
function textsOf(source: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isDate = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'Date';

function asksTime(source: ts.SourceFile): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) && isDate(node.expression) && node.name.text !== 'parse') ||
    (ts.isCallExpression(node) && isDate(node.expression)) ||
    (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments ?? []).length === 0) ||
    ts.forEachChild(node, (child) => visit(child) || undefined) === true;
  return visit(source);
}

/** Reads one file; `text` is given when it is not on disk. */
export function sourceFile(file: string, text = readFileSync(path.join(ROOT, file), 'utf8')): SourceFile {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const typeOnly = typeOnlyModules(source);
  return {
    path: file,
    imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
      module: fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
      isTypeOnly: typeOnly.has(fileName),
    })),
    identifiers: identifiersOf(source),
    texts: textsOf(source),
    asksTime: asksTime(source),
    exportsValues: source.statements.some(isValueExport),
  };
}

/** All TypeScript files below a folder, specs included. */
export const sourceFiles = (folder: string): SourceFile[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((file) => sourceFile(file));

export const isSpec = ({ path: file }: SourceFile): boolean => /\.spec\.tsx?$/.test(file);
