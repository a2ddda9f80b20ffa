import { startPostgres } from '../../postgres/index.ts';
import type { StartStep } from '../start-context.ts';
import { watchDatabase } from '../watch-database.ts';

export const startDatabase: StartStep = {
  title: 'Starting PostgreSQL',
  async run(context) {
    context.postgres = await startPostgres({ dataDir: context.dataDir });
    context.stopWatching = watchDatabase(context, (line) => console.log(line));
  },
};
