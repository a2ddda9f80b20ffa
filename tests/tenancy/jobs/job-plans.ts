import type { QueueName } from '@highwater/jobs';
import { askConsole } from '@highwater/testkit';
import { STATEMENT_MONTH } from '../make-rights.ts';
import type { MadeUp } from '../made-up.ts';
import { say } from '../said.ts';
import type { Session } from '../session.ts';
import type { Payload } from './start-job-server.ts';

/** One of the two companies whose jobs are tried. */
export interface JobCompany {
  readonly tenantId: string;
  readonly corpId: string;
  readonly connectionId: string;
  readonly owner: Session;
  readonly ownerId: string;
  readonly madeUp: MadeUp;
  readonly simulatorUrl: string;
}

export interface Hands {
  /** The job of a queue that waits for a company; it is taken out of the queue. */
  take(queue: QueueName, company: JobCompany): Promise<Payload>;
  /** Takes out of a queue what waits for a company. */
  forget(queue: QueueName, company: JobCompany): Promise<void>;
  /** Does jobs of these queues of a company until none waits. */
  drain(queues: readonly QueueName[], company: JobCompany): Promise<void>;
  run(queue: QueueName, payload: Payload): Promise<string>;
  /** Past every policy. */
  sql(text: string, values: readonly unknown[]): Promise<void>;
  /** An ask that waits for what its job finds, and need not be waited for. */
  later(asked: Promise<unknown>): void;
}

export interface Plan {
  /** Has the product ask for the job; nothing where a job before it did. Answers the job itself where the time asks for it. */
  readonly ask?: (company: JobCompany, hands: Hands) => Promise<Payload | void>;
  /** Why the rightful job leaves nothing behind that could be seen. */
  readonly leavesNothing?: string;
  /** Ids in it that name nothing yet, but what it makes. */
  readonly names?: readonly string[];
}

const post = async ({ owner }: JobCompany, path: string, body: object = {}): Promise<void> => {
  await owner.send('POST', path, body);
};
const at = ({ connectionId }: JobCompany, suffix: string): string => `/v1/connections/${connectionId}${suffix}`;

/** Of a run whose hour came. */
const RUN_DAY = new Date().toISOString().slice(0, 10);
const HOUR_MS = 3_600_000;

/** How each job comes to be, in an order in which one leads to the next. */
export const PLANS: Readonly<Record<QueueName, Plan>> = {
  'check-connection': {
    async ask(company, { later }) {
      const corp = await askConsole<{ corpId: string; archiveSecret: string }>(company.simulatorUrl, 'POST', '/corps', {
        name: 'another',
        talking: false,
      });
      const { corpId, archiveSecret } = corp;
      later(company.owner.send('POST', '/v1/connections', { corpId, archiveSecret, name: 'another' }));
    },
  },
  'check-secret': {
    async ask(company, { take, run, later }) {
      const { simulatorUrl, corpId, owner } = company;
      await askConsole(simulatorUrl, 'PUT', `/corps/${corpId}/contacts-kind`, { kind: 'app' });
      const corp = await askConsole<{ contactsSecret: string }>(simulatorUrl, 'GET', `/corps/${corpId}`);
      const set = owner.send('PUT', at(company, '/secrets/contacts'), { secret: corp.contactsSecret });
      await run('check-connection', await take('check-connection', company));
      await set;
      later(post(company, at(company, '/secrets/contacts/check')));
    },
  },
  enrich: {
    ask: (company) =>
      post(company, '/v1/coverage/retry', { connectionId: company.connectionId, enrichment: 'employees' }),
  },
  'run-preflight': {
    ask: async (company, { later }) => later(post(company, at(company, '/preflight'))),
  },
  'pull-archive': {
    async ask(company) {
      const { madeUp, simulatorUrl, corpId } = company;
      const people = { from: madeUp.word('job.'), to: [`wm${madeUp.letters(30)}`] };
      const file = { name: `${madeUp.word('file')}.txt`, content: madeUp.word('content ') };
      await say(simulatorUrl, corpId, madeUp, [{ ...people, text: '', file }], Date.now());
      await post(company, at(company, '/pull'));
    },
  },
  'open-page': {},
  'fetch-media': {},
  'make-copies': {},
  'index-messages': {
    ask: async ({ tenantId }) => ({ tenantId }),
    leavesNothing: 'there is no index outside of the database here',
  },
  'make-key': {
    ask: async (company, { later }) => later(post(company, at(company, '/keys'))),
    names: ['keyId'],
  },
  'reopen-pages': {
    ask: (company) => post(company, '/v1/quarantine/reopen', { connectionId: company.connectionId }),
  },
  'reparse-messages': {
    ask: (company) => post(company, '/v1/quarantine/reparse', { connectionId: company.connectionId, among: 'all' }),
  },
  'repull-range': {
    ask: (company) => post(company, at(company, '/repulls'), { fromSeq: '1', toSeq: '2' }),
  },
  'check-ledger': {
    ask: async (company, { later }) => later(post(company, `/v1/ledger/${company.connectionId}/verify`)),
  },
  'check-audit': { ask: async ({ tenantId }) => ({ tenantId }) },
  'send-statement-mail': {
    async ask({ tenantId, ownerId }, { sql }) {
      const insert = 'INSERT INTO hw.audit_statement_mails (tenant_id, month, member_id) VALUES ($1, $2, $3)';
      await sql(insert, [tenantId, STATEMENT_MONTH, ownerId]);
      return { tenantId, month: STATEMENT_MONTH, memberId: ownerId };
    },
  },
  'send-break-mail': {
    async ask({ tenantId, ownerId }, { sql }) {
      const insert = `INSERT INTO hw.findings (tenant_id, finding_id, fault, subject, detail, since, last_at)
        VALUES ($1, gen_random_uuid(), 'audit.broken', 'audit:chain', '{"problems":1}', $2, $2)`;
      await sql(insert, [tenantId, new Date()]);
      return { tenantId, memberId: ownerId };
    },
  },
  'check-index': { ask: (company) => post(company, '/v1/index/check') },
  'build-export': { ask: (company) => post(company, '/v1/exports') },
  'run-schedule': {
    async ask({ tenantId, owner, ownerId, madeUp }, { sql }) {
      const { scheduleId } = await owner.send<{ scheduleId: string }>('POST', '/v1/export-schedules', {
        name: madeUp.word('任务'),
        timeOfDay: '04:04',
        zone: 'Asia/Shanghai',
        recipients: [ownerId],
      });
      const job = { tenantId, scheduleId, runDay: RUN_DAY };
      // Long enough ago that it waits no more for what has not come.
      const insert = `INSERT INTO hw.schedule_runs (tenant_id, schedule_id, run_day, state, started_at)
        VALUES ($1, $2, $3, 'pulling', $4)`;
      await sql(insert, [tenantId, scheduleId, RUN_DAY, new Date(Date.now() - HOUR_MS)]);
      return job;
    },
  },
  'send-link-mail': {
    async ask(company, { drain }) {
      await drain(['build-export', 'run-schedule'], company);
    },
  },
  'send-invitation-mail': {
    async ask({ owner, madeUp }) {
      const email = `${madeUp.word('job-')}@tenancy.highwater.example`.toLowerCase();
      await owner.send('POST', '/v1/invitations', { email, role: 'admin', employees: [], language: 'en' });
    },
  },
};
