import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ROOT } from '../../infra/processes/run-command.ts';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';

const { portalUrl, accounts } = inject('ready');
const owner = accounts.find(({ role }) => role === 'owner');

let browser: Browser;
let page: Page;
let violations: string[];

beforeAll(async () => {
  if (owner === undefined) throw new Error('The stack has no demo owner.');
  browser = await chromium.launch({ executablePath: inject('chromium'), args: [...CHROMIUM_ARGS] });
  page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  violations = [];
  await page.exposeFunction('tellViolation', (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const tell: unknown = Reflect.get(window, 'tellViolation');
      if (typeof tell === 'function') tell(`${location.pathname}: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(`${portalUrl}/sign-in`);
  await page.locator('input[name=email]').fill(owner.email);
  await page.locator('input[name=password]').fill(owner.password);
  await page.locator('form button').last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
});
afterAll(() => browser?.close());

/** Every page that has an address of its own, from the portal's list of routes. */
async function listPages(): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, 'apps/portal/app/routes.ts'), 'utf8');
  const named = [...text.matchAll(/route\('([^']+)',\s*'([^']+)'\)/g)];
  return named.flatMap(([, path = '', file = '']) =>
    file.endsWith('.tsx') && !/[:*]|sign-out|preferences/.test(path) ? [`/${path}`] : [],
  );
}

it('no page breaks its own content policy', async () => {
  const pages = ['/', ...(await listPages())];
  expect(pages.length).toBeGreaterThan(25);
  for (const path of pages) {
    const answer = await page.goto(`${portalUrl}${path}`, { waitUntil: 'load' });
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect([path, /script-src 'self' 'nonce-[\w-]{22}'/.test(policy)]).toEqual([path, true]);
  }
  expect(violations).toEqual([]);
});

it('the policy is enforced: a script that somebody slips in does not run and is told of', async () => {
  await page.goto(`${portalUrl}/`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "slipped in"';
    document.body.append(script);
    const picture = document.createElement('img');
    picture.src = 'http://evil.example/x.png';
    document.body.append(picture);
  });
  await expect
    .poll(() => violations.map((each) => each.split(' ')[1]?.replace('-elem', '')).toSorted())
    .toEqual(['img-src', 'script-src']);
  expect(await page.title()).not.toBe('slipped in');
});
