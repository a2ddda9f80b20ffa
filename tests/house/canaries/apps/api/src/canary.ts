// Planted: an app imports an app, the testkit, the simulator, a mail library, the queue and the domain name system.
import type { Worker } from '../../worker/src/canary.ts';
import { createTestDatabase } from '../../../packages/testkit/src/canary.ts';
import { simulate } from '../../../packages/wecom-simulator/src/canary.ts';
import { createTransport } from 'nodemailer';
import { PgBoss } from 'pg-boss';
import { resolveTxt } from 'node:dns/promises';

export type Canary = Worker;
export const canary = [createTestDatabase, simulate, createTransport, PgBoss, resolveTxt];
