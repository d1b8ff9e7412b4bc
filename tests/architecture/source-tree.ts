/** Reads the project's source files and what each imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the project's root for own files; null for a package. */
  readonly file: string | null;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  /** Folder under utils/ or the top-level folder. */
  readonly room: string;
  readonly ast: ts.SourceFile;
  readonly imports: readonly Import[];
}

const TOP_FOLDERS = ['entrypoints', 'components', 'utils', 'cli', 'demo', 'probe', 'bench'];

/** Every TypeScript file that is shipped or run, tests and configuration aside. */
export function readSourceTree(): SourceFile[] {
  return TOP_FOLDERS.flatMap((folder) => filesUnder(join(ROOT, folder)))
    .filter((path) => /\.tsx?$/.test(path))
    .map(readSourceFile);
}

/** Paths of all files below a folder; none if it does not exist. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function readSourceFile(absolute: string): SourceFile {
  const path = relative(ROOT, absolute).replaceAll('\\', '/');
  return parseSource(path, readFileSync(absolute, 'utf8'));
}

/** Takes the text of a file that stands, or would stand, at `path` apart. */
export function parseSource(path: string, text: string): SourceFile {
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return { path, room: roomOf(path), ast, imports: importsOf(ast, join(ROOT, path)) };
}

/** "utils/dns/name.ts" is in the room "dns", "cli/check.ts" in "cli". */
export function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'utils' ? second : top;
}

function importsOf(ast: ts.SourceFile, absolute: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ specifier, file: ownFile(specifier, absolute), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeOnly(node.importClause));
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) add(literal.text, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function ownFile(specifier: string, importer: string): string | null {
  const base = specifier.startsWith('@/')
    ? join(ROOT, specifier.slice(2))
    : specifier.startsWith('.')
      ? resolve(dirname(importer), specifier)
      : null;
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), join(base, 'index.tsx')];
  const hit = candidates.find((candidate) => /\.[a-z]+$/.test(candidate) && existsSync(candidate)) ?? base;
  return relative(ROOT, hit).replaceAll('\\', '/');
}
