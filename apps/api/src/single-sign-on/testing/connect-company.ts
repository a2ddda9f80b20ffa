import { expect } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { makeCompany, type Company } from '../../testing/company.ts';
import type { TestApi } from '../../testing/start-api.ts';

/** Records of the domain name system as a test wants them. */
export type Records = Map<string, readonly string[]>;

/** Names a domain, enters its record and has it looked for. */
export async function proveDomain(browser: Browser, records: Records, domain: string): Promise<void> {
  const added = await browser.ask<{ recordName: string; record: string }>('POST', '/v1/single-sign-on/domains', {
    body: { domain },
  });
  records.set(added.body.recordName, ['v=spf1 -all', added.body.record]);
  expect((await browser.ask('POST', `/v1/single-sign-on/domains/${domain}/prove`)).status).toBe(200);
}

export async function makeCompanyWithDomain(api: TestApi, records: Records, domain: string): Promise<Company> {
  const company = await makeCompany(api, domain);
  await proveDomain(company.owner, records, domain);
  return company;
}

/** The path of one of our own addresses that a provider sends the browser to. */
export function pathOf(url: URL | string): string {
  const at = new URL(url);
  return `${at.pathname}${at.search}`;
}
