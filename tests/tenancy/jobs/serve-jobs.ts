import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitWithParent, readWorkerConfig, type WorkerConfig } from '@highwater/config';
import { createLog } from '@highwater/config/telemetry';
import { faultOf, type Log } from '@highwater/domain';
import { QUEUES, type QueueName } from '@highwater/jobs';
import { ROOT } from '../../../infra/processes/run-command.ts';

/** The worker without its queues and sweeps: does the one job that it is asked for, and nothing besides. */

type Handlers = Readonly<Record<string, (payload: object) => Promise<void>>>;
type Make = (deps: object) => Handlers;

const load = async <Module>(place: string): Promise<Module> =>
  (await import(pathToFileURL(join(ROOT, 'apps/worker/src', place)).href)) as Module;

const [{ createDeps }, chain, handOver, ledger, audit] = await Promise.all([
  load<{ createDeps(config: WorkerConfig, log: Log): Promise<object> }>('create-deps.ts'),
  load<{ createChainHandlers: Make }>('chain-handlers.ts'),
  load<{ createHandOverHandlers: Make }>('hand-over-handlers.ts'),
  load<{ createLedgerHandlers: Make }>('ledger/ledger-handlers.ts'),
  load<{ createAuditHandlers: Make }>('audit/audit-handlers.ts'),
]);
const deps = await createDeps(readWorkerConfig(), createLog('jobs'));
const handlers: Handlers = {
  ...chain.createChainHandlers(deps),
  ...handOver.createHandOverHandlers(deps),
  ...ledger.createLedgerHandlers(deps),
  ...audit.createAuditHandlers(deps),
};

/** How it ended: `done`, or the fault that the queue would try it again for. */
async function run(queue: string, payload: unknown): Promise<string> {
  const handle = handlers[queue];
  if (handle === undefined) return 'no handler';
  const job = QUEUES[queue as QueueName].payload.parse(payload);
  return handle(job).then(() => 'done', faultOf);
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (request.method === 'GET') return response.end();
    const { queue, payload } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { queue: string; payload: unknown };
    void run(queue, payload).then((outcome) => response.end(outcome));
  });
});
server.listen(Number(process.env['JOBS_PORT']), '127.0.0.1');
exitWithParent();
