import type { Row } from './cell.ts';
import type { Operation } from './list-operations.ts';
import type { World } from './world.ts';

/** Operations without a row, rows without an operation, and rows that ask something else than they say. */
export function checkCoverage(world: World, operations: readonly Operation[], rows: readonly Row[]): readonly string[] {
  const asked = new Set(rows.map(({ operation }) => operation));
  const missing = operations
    .filter(({ name }) => !asked.has(name))
    .map(({ name, method, path }) => `${name} (${method} ${path}) has no row: nobody looked who may ask it`);
  const wrong = rows.flatMap((row) => {
    const operation = operations.find(({ name }) => name === row.operation);
    if (operation === undefined) return [`${row.operation}, ${row.about}: there is no such operation`];
    const { method, path } = row.ask(world, {});
    const matches = method === operation.method && patternOf(operation.path).test(path.split('?')[0] ?? '');
    return matches ? [] : [`${row.operation}, ${row.about}: asks for something else`];
  });
  return [...missing, ...wrong];
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`);
}
