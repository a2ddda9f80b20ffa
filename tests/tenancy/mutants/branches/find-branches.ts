import ts from 'typescript';

/** One way in which a branch is made wrong. */
export interface Branch {
  /** Unique among all files. */
  readonly id: string;
  /** "access-sql.ts: row.x === undefined is always true" */
  readonly name: string;
}

interface Wrap {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

const PREDICATES: ReadonlySet<string> = new Set(['filter', 'some', 'every', 'find']);
const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, 'true'],
  [ts.SyntaxKind.BarBarToken, 'false'],
  [ts.SyntaxKind.QuestionQuestionToken, 'undefined'],
]);

/**
 * The branches of a file, and its text with a switch in each: conditions that are always true or always false, operands,
 * cases and predicates that are dropped. `globalThis.__branch(id)` says which one is wrong.
 */
export function findBranches(
  path: string,
  text: string,
): { readonly branches: readonly Branch[]; readonly switched: string } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const branches: Branch[] = [];
  const wraps: Wrap[] = [];
  const file = path.split('/').at(-1) ?? path;

  const wrap = (node: ts.Node, ways: readonly (readonly [said: string, instead: string])[]): void => {
    const said = node.getText(source).replaceAll(/\s+/g, ' ');
    let before = '';
    for (const [how, instead] of ways) {
      const same = branches.filter(({ name }) => name.startsWith(`${file}: ${said} ${how}`)).length;
      const name = `${file}: ${said} ${how}${same === 0 ? '' : ` (${same + 1})`}`;
      const id = `${path}#${branches.length + 1}`;
      branches.push({ id, name });
      before += `globalThis.__branch(${JSON.stringify(id)}) ? ${instead} : `;
    }
    wraps.push({ start: node.getStart(source), end: node.end, before: `(${before}(`, after: '))' });
  };
  const condition = (node: ts.Expression): void =>
    wrap(node, [
      ['is always true', 'true'],
      ['is always false', 'false'],
    ]);

  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node)) condition(node.expression);
    if (ts.isConditionalExpression(node)) {
      if (leavesOut(node, source)) wrap(node.condition, [['is always true', 'true']]);
      else condition(node.condition);
    }
    if (ts.isCaseClause(node)) wrap(node.expression, [['is no case', 'Symbol()']]);
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      const neutral = OPERATORS.get(kind);
      for (const operand of neutral === undefined ? [] : [node.left, node.right]) {
        const isChain = ts.isBinaryExpression(operand) && operand.operatorToken.kind === kind;
        const isNeeded = !isChain && !isForTheCompiler(operand, node, source);
        if (isNeeded && neutral !== undefined)
          wrap(operand, [[`is dropped beside ${ts.tokenToString(kind)}`, neutral]]);
      }
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [predicate] = node.arguments;
      if (predicate !== undefined && PREDICATES.has(node.expression.name.text)) {
        wrap(predicate, [[`is dropped from ${node.expression.name.text}`, '() => true']]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { branches, switched: apply(text, wraps) };
}

/** `x === undefined ? {} : { x }`: a field that is undefined says the same as one that is not there, so only one way is wrong. */
function leavesOut({ condition, whenTrue }: ts.ConditionalExpression, source: ts.SourceFile): boolean {
  return condition.getText(source).endsWith('=== undefined') && whenTrue.getText(source) === '{}';
}

/** Operands that only TypeScript asks for: `x !== undefined && x > y` is false without the first, `list ?? []` is a list. */
function isForTheCompiler(
  operand: ts.Expression,
  { operatorToken, right }: ts.BinaryExpression,
  source: ts.SourceFile,
): boolean {
  const said = operand.getText(source);
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return operand === right && ['[]', 'null', 'undefined'].includes(said);
  return /^[\w.?[\]]+ [!=]== undefined$/.test(said);
}

/** Wraps lie within each other: whoever begins at the same place and ends later is the outer one. */
function apply(text: string, wraps: readonly Wrap[]): string {
  const signs = wraps.flatMap((one, place) => [
    { at: one.start, sign: one.before, opens: true, length: one.end - one.start, place },
    { at: one.end, sign: one.after, opens: false, length: one.end - one.start, place },
  ]);
  signs.sort((x, y) => {
    if (x.at !== y.at) return x.at - y.at;
    if (x.opens !== y.opens) return x.opens ? 1 : -1;
    // Of those of one length the one that was found first lies outside.
    const outerFirst = y.length - x.length || x.place - y.place;
    return x.opens ? outerFirst : -outerFirst;
  });
  let [result, from] = ['', 0];
  for (const { at, sign } of signs) {
    result += text.slice(from, at) + sign;
    from = at;
  }
  return result + text.slice(from);
}
