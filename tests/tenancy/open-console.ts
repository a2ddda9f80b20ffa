import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashToken } from '@highwater/crypto';
import { inviteOperator } from '@highwater/db';
import { need } from '../../infra/start/start-context.ts';
import { DATABASE_NAME } from '../../infra/start/steps/migrate-database.ts';
import type { BareStage } from '../faults/fault-stage.ts';
import { openSession, type Person, type Session } from './session.ts';

const HOUR_MS = 3_600_000;

/** The operator's console: its door, its links, and one of the operator's people signed in. */
export async function openConsole(
  { context }: BareStage,
  { name, email }: Person,
): Promise<{ readonly session: Session; readonly doorWord: string; enrolOperator(): Promise<string> }> {
  const { superuser } = need(context, 'postgres');
  const { migrator } = need(context, 'secrets');
  const now = Date.now();
  const login = { ...superuser, database: DATABASE_NAME, user: 'hw_migrator', password: migrator };
  await inviteOperator(login, { name, email, tokenHash: null, expiresAt: now, now });
  const file = join(context.dataDir, 'keys/operator-door.key');
  const doorWord = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64').toString('base64url');
  const session = openSession({ api: context.urls.api, origin: context.urls.operator });
  await session.send('POST', '/operator-auth/development-door', { email, word: doorWord });
  return {
    session,
    doorWord,
    async enrolOperator() {
      const token = randomBytes(16).toString('base64url');
      const invited = { name: 'Enrolled', email: `${token}@ops.example`, tokenHash: hashToken(token) };
      await inviteOperator(login, { ...invited, expiresAt: Date.now() + HOUR_MS, now: Date.now() });
      return token;
    },
  };
}
