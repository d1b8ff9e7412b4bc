/** Finds effects in code that has to be pure. */
import ts from 'typescript';
import type { SourceFile } from './source-tree';

/** Global names whose mere use is an effect, or ties the code to one kind of host. */
const IMPURE_GLOBALS = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'document',
  'window',
  'self',
  'globalThis',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'browser',
  'chrome',
  'process',
  'console',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'performance',
  'crypto',
]);

/** Members of otherwise pure globals that read the clock or roll dice. */
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);

/** Effects a file performs, each with its line; empty for pure code. `allow` names globals it may use. */
export function effectsIn(file: SourceFile, allow: readonly string[] = []): string[] {
  const found: string[] = [];
  const note = (node: ts.Node, what: string): void => {
    const { line } = file.ast.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file.path}:${String(line + 1)} uses ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && IMPURE_MEMBERS.has(node.getText())) note(node, node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
      note(node, 'new Date() without a time');
    }
    if (
      ts.isIdentifier(node) &&
      IMPURE_GLOBALS.has(node.text) &&
      !allow.includes(node.text) &&
      isGlobalUse(node)
    ) {
      note(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.ast);
  return found;
}

/** Whether an identifier is read as a free variable: not a property, a declaration or a name bound in the file. */
function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isTypeNode(parent) || ts.isTypeElement(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) {
    return parent.name !== node && !isBoundAbove(node);
  }
  return !isBoundAbove(node);
}

function isBoundAbove(node: ts.Identifier): boolean {
  for (let scope: ts.Node = node; !ts.isSourceFile(scope); scope = scope.parent) {
    if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => binds(parameter.name, node.text))) {
      return true;
    }
    if (ts.isBlock(scope) && scope.statements.some((statement) => declares(statement, node.text)))
      return true;
  }
  return false;
}

function declares(statement: ts.Statement, name: string): boolean {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some((declaration) => binds(declaration.name, name))
  );
}

function binds(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name;
  return binding.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name));
}
