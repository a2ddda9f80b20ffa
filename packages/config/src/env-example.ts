import { APP_VARIABLES } from './apps.ts';
import type { Variable } from './variable.ts';

/** The text of .env.example: every variable once, with what it decides and which apps read it. */
export function envExample(): string {
  const found = new Map<string, { variable: Variable; apps: string[] }>();
  for (const [app, table] of Object.entries(APP_VARIABLES)) {
    for (const [name, variable] of Object.entries<Variable>(table)) {
      const entry = found.get(name) ?? { variable, apps: [] };
      entry.apps.push(app);
      found.set(name, entry);
    }
  }
  const head =
    '# Every setting of Highwater. Written by `npm run env-example` from packages/config; do not edit by hand.\n';
  const entries = [...found].map(([name, { variable, apps }]) => {
    const needed = variable.schema.safeParse(undefined).success ? 'may be left out' : 'needed';
    return `\n# ${variable.about} (${apps.join(', ')}; ${needed})\n# ${name}=${variable.example}\n`;
  });
  return head + entries.join('');
}
