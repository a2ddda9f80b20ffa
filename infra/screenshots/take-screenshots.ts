import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openBrowser } from './open-browser.ts';

export interface ScreenshotPlan {
  readonly portalUrl: string;
  readonly account: { readonly email: string; readonly password: string };
  readonly folder: string;
  readonly language: 'zh-CN' | 'en';
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  /** Name of the file → path of the page; a path ending in "first-hit" follows the first search hit. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Signs in as one person and takes a picture of each page; returns what went wrong on the way, in words. */
export async function takeScreenshots(plan: ScreenshotPlan): Promise<readonly string[]> {
  mkdirSync(plan.folder, { recursive: true });
  const browser = await openBrowser();
  const problems: string[] = [];
  try {
    const context = await browser.newContext({
      viewport: { width: plan.width, height: plan.height },
      locale: plan.language,
      colorScheme: plan.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${new URL(page.url()).pathname}: ${message.text()}`);
    });
    await signIn(page, plan);
    for (const [name, path] of Object.entries(plan.pages)) {
      await page.goto(`${plan.portalUrl}${await resolvePath(page, plan, path)}`, { waitUntil: 'networkidle' });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) problems.push(`${name} is ${wide} px wider than the screen (${plan.width}, ${plan.language})`);
      await page.screenshot({ path: join(plan.folder, `${name}.png`) });
    }
  } finally {
    await browser.close();
  }
  return problems;
}

async function signIn(page: Page, plan: ScreenshotPlan): Promise<void> {
  await page.goto(`${plan.portalUrl}/sign-in?lang=${plan.language}`);
  await page.locator('input[name=email]').fill(plan.account.email);
  await page.locator('input[name=password]').fill(plan.account.password);
  await page.locator('button[type=submit], form button').last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function resolvePath(page: Page, plan: ScreenshotPlan, path: string): Promise<string> {
  if (!path.endsWith('first-hit')) return withLanguage(path, plan.language);
  await page.goto(`${plan.portalUrl}${path.replace('first-hit', '')}`, { waitUntil: 'networkidle' });
  const href = await page.locator('main a[href*="/messages/"]').first().getAttribute('href');
  return withLanguage(href ?? '/', plan.language);
}

function withLanguage(path: string, language: string): string {
  const [base = '', hash] = path.split('#');
  return `${base}${base.includes('?') ? '&' : '?'}lang=${language}${hash === undefined ? '' : `#${hash}`}`;
}
