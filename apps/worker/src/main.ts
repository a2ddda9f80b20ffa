import { ConfigError, exitWithParent, readWorkerConfig, stopOnSignal } from '@highwater/config';
import { createLog, createMetrics, errorFields, serveMetrics } from '@highwater/config/telemetry';
import { createAuditFollowUps, createAuditHandlers } from './audit/audit-handlers.ts';
import { AUDIT_SWEEP_MS, createAuditSweeps } from './audit/audit-sweeps.ts';
import { createChainHandlers } from './chain-handlers.ts';
import { createDeps } from './create-deps.ts';
import { createWorker } from './create-worker.ts';
import { createHandOverHandlers, createHandOverSweeps } from './hand-over-handlers.ts';
import { createSupportSweep } from './support/support-sweep.ts';
import { createLedgerHandlers, createLedgerSweeps } from './ledger/ledger-handlers.ts';
import { ACCOUNT_MAILS_MS, createAccountMailSweeps } from './mail/send-account-mails.ts';
import { runSweeper } from './sweep/run-sweeper.ts';
import { CHAIN_SWEEPS } from './sweep/sweep.ts';

/** The whole worker stops within this, jobs that do not end included. */
const STOP_MS = 15_000;
/** Development watches things move; elsewhere a minute is soon enough for what only lost jobs need. */
const SWEEP_MS = { development: 5_000, production: 60_000 };

const log = createLog('worker');
try {
  const config = readWorkerConfig();
  const metrics = createMetrics('worker');
  const deps = await createDeps(config, log);
  const worker = await createWorker({
    deps,
    boss: deps.boss,
    handlers: {
      ...createChainHandlers(deps),
      ...createHandOverHandlers(deps),
      ...createLedgerHandlers(deps),
      ...createAuditHandlers(deps),
    },
    sweeps: [
      ...CHAIN_SWEEPS,
      ...createHandOverSweeps(deps),
      createSupportSweep(deps),
      ...createLedgerSweeps(deps),
      ...createAuditFollowUps(deps),
    ],
    sweepEveryMs: SWEEP_MS[config.mode],
    metrics,
  });
  const auditChainer = runSweeper(deps, createAuditSweeps(deps), AUDIT_SWEEP_MS);
  const accountMailer = runSweeper(deps, createAccountMailSweeps(deps), ACCOUNT_MAILS_MS);
  const metricsServer = await serveMetrics(metrics, config.metricsPort);
  stopOnSignal(async () => {
    await Promise.all([worker.stop(), auditChainer.stop(), accountMailer.stop()]);
    await Promise.all([metricsServer.close(), deps.close()]);
  }, STOP_MS);
  exitWithParent();
  log.info('worker works', { port: metricsServer.port });
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.error('worker could not start', errorFields(error));
  process.exit(1);
}
