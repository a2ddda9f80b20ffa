import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../../../infra/processes/run-command.ts';

/** Functions that let somebody through or refuse. */
export const GATES = [
  'authorise',
  'requireMember',
  'requireUser',
  'requireOperator',
  'requireOwner',
  'requireReason',
  'requireProof',
] as const;
export type GateName = (typeof GATES)[number];

/** A place where somebody is let through or refused. */
export interface Gate {
  /** File and which of its gates: the same in every process. */
  readonly id: string;
  readonly gate: GateName;
  readonly file: string;
  /** Of the name of the function in the file's text. */
  readonly start: number;
  readonly end: number;
  /** That `authorise` asks for. */
  readonly action: string | null;
  /** Whether a reason is asked where the company wants one. */
  readonly opensContent: boolean;
  /** Whether what is let through is handed on whole, or with its access. */
  readonly usesAccess: boolean;
}

export const API_SOURCE = join(ROOT, 'apps/api/src');
/** What the gates are made of: no place where one stands. */
const GATES_THEMSELVES = 'verbs/authorise.ts';

/** Whether gates are looked for in a file of the API. */
export function isLookedThrough(file: string): boolean {
  const path = relative(API_SOURCE, file);
  return (
    !path.startsWith('..') &&
    path.endsWith('.ts') &&
    !/\.test\.ts$|(^|\/)testing\//.test(path) &&
    path !== GATES_THEMSELVES
  );
}

export function listSourceFiles(): readonly string[] {
  return readdirSync(API_SOURCE, { recursive: true, encoding: 'utf8' })
    .map((path) => join(API_SOURCE, path))
    .filter(isLookedThrough)
    .toSorted();
}

/** The gates of one file, in the order in which they stand. */
export function findGates(file: string, text: string): readonly Gate[] {
  if (!GATES.some((name) => text.includes(`${name}(`))) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Gate[] = [];
  const visit = (node: ts.Node): void => {
    const gate = ts.isCallExpression(node) ? nameOf(node.expression) : undefined;
    if (gate !== undefined && ts.isCallExpression(node)) {
      const action = node.arguments[1];
      found.push({
        id: `${relative(API_SOURCE, file)}:${found.length + 1}`,
        gate,
        file,
        start: node.expression.getStart(source),
        end: node.expression.end,
        action: gate === 'authorise' && action !== undefined && ts.isStringLiteral(action) ? action.text : null,
        opensContent: gate === 'authorise' && !(node.arguments[2]?.getText(source).includes('opens: false') ?? false),
        usesAccess: takesAccess(node),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function listGates(): readonly Gate[] {
  return listSourceFiles().flatMap((file) => findGates(file, readFileSync(file, 'utf8')));
}

/** The same counted without reading the language: calls by their names, without definitions. */
export function countGates(): number {
  const call = new RegExp(`(?<!function )\\b(?:${GATES.join('|')})\\(`, 'g');
  return listSourceFiles().reduce(
    (sum, file) => sum + [...withoutComments(readFileSync(file, 'utf8')).matchAll(call)].length,
    0,
  );
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function nameOf(callee: ts.Expression): GateName | undefined {
  return ts.isIdentifier(callee) ? GATES.find((name) => name === callee.text) : undefined;
}

/** `const { tenantId } = authorise(…)` does not; `const { access } = …` and `const member = …` may. */
function takesAccess(call: ts.CallExpression): boolean {
  const { parent } = call;
  if (!ts.isVariableDeclaration(parent)) return !ts.isExpressionStatement(parent);
  if (!ts.isObjectBindingPattern(parent.name)) return true;
  return parent.name.elements.some(({ name }) => ts.isIdentifier(name) && name.text === 'access');
}
