import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectSimulatedCorp, createVisitor, type Visitor } from '@highwater/testkit';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ROOT } from '../../infra/processes/run-command.ts';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { meetStranger, t, type Stranger } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const OWNER = { name: '何敏', email: `hemin-${mark}@journey.example`, password: '一把钥匙开一把锁-2026' };
const COMPANY = `远山茶业-${mark}`;
/** A pair of the archive that the company used before. */
const FORMER = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
const SEALED = 24;

let browser: Browser;
let owner: Stranger;
let visitor: Visitor;
let connectionId: string;
let corpId: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'highwater-journey-'));
  visitor = createVisitor(ready.portalUrl);
  await visitor.signUp(OWNER);
  await visitor.post('/v1/me/companies', { name: COMPANY, zone: 'Asia/Shanghai', language: 'zh-CN' });
  ({ connectionId, corpId } = await connectSimulatedCorp(visitor, ready.simulatorUrl, {
    name: COMPANY,
    talking: false,
  }));
  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  owner = await meetStranger(browser, ready.portalUrl);
  await owner.open('/sign-in?lang=zh-CN');
  await owner.fill(t('identity.email'), OWNER.email);
  await owner.fill(t('identity.password'), OWNER.password);
  await owner.press(t('identity.signIn'));
  await owner.page.waitForURL((url) => url.pathname === '/');
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function atWeCom(path: string, body: object): Promise<void> {
  const response = await fetch(`${ready.simulatorUrl}/console/api/corps/${corpId}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

test('messages under a key that nobody brought are kept and shown as waiting for it', async () => {
  await atWeCom('public-keys', { pem: FORMER.publicKey });
  await atWeCom('talk', { messages: SEALED });
  await visitor.post(`/v1/connections/${connectionId}/pull`);
  await expect.poll(() => sealedCount(), { timeout: 30_000 }).toBe(SEALED);
  await owner.open('/quarantine');
  await owner.see(t('quarantine.cause.key_missing'));
  await owner.see(String(SEALED));
  await owner.open('/');
  await owner.see(t('faults.key.missing.title', { count: String(SEALED), publickeyVer: '2' }));
});

test('the former private key is imported and what waited opens by itself', async () => {
  await owner.open('/keys');
  await owner.see(t('keys.waitingTitle', { count: String(SEALED), version: '2' }));
  await owner.fill(t('keys.pem'), '-----BEGIN RSA PRIVATE KEY-----');
  await owner.press(t('keys.importConfirm'));
  await owner.see(t('keys.pemProblem.damaged'));
  await owner.fill(t('keys.pem'), FORMER.privateKey);
  await owner.press(t('keys.importConfirm'));
  await owner.see(t('keys.imported'));
  await expect.poll(() => sealedCount(), { timeout: 30_000 }).toBe(0);
  await owner.open('/quarantine');
  await owner.see(t('quarantine.none'));
  expect(await owner.page.content()).not.toContain('PRIVATE KEY');
});

test('the ledger is verified by button, and its file without the service', async () => {
  await owner.open('/completeness');
  await owner.press(t('completeness.verify'));
  await owner.see(new RegExp(t('completeness.verified', { page: '\\d+', time: '.+' })), 40);
  const [download] = await Promise.all([
    owner.page.waitForEvent('download'),
    owner.page.getByRole('link', { name: t('completeness.downloadLedger') }).click(),
  ]);
  const file = join(folder, 'ledger.ndjson');
  await download.saveAs(file);
  expect(verify(file)).toMatchObject({ status: 0 });

  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(verify(file)).toMatchObject({ status: 1 });
  expect(owner.complaints).toEqual([]);
});

async function sealedCount(): Promise<number> {
  const { connections } = await visitor.get<{ connections: { sealed: number }[] }>('/v1/completeness');
  return connections[0]?.sealed ?? Number.NaN;
}

function verify(file: string): { status: number | null } {
  const { status } = spawnSync(process.execPath, ['infra/commands/highwater.ts', 'verify-ledger', file], { cwd: ROOT });
  return { status };
}
