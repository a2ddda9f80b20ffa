import type { Page } from 'playwright';

export interface ConsoleCorp {
  readonly corpId: string;
  readonly archiveSecret: string;
}

/** What the company's WeCom admin does in the (simulated) console, by hand. */
export function openConsole(page: Page, simulatorUrl: string) {
  return {
    async createCorp(name: string): Promise<ConsoleCorp> {
      await page.goto(`${simulatorUrl}/console`);
      await page.locator('form input[name=name]').fill(name);
      await page.locator('form input[name=talking]').uncheck();
      await page.getByRole('button', { name: '新建', exact: true }).click();
      const text = async (id: string): Promise<string> => (await page.locator(id).textContent()) ?? '';
      return { corpId: await text('#corp-id'), archiveSecret: await text('#archive-secret') };
    },
    async trust(addresses: string): Promise<void> {
      await page.locator('form[action*="/trusted-ips"] textarea').fill(addresses);
      await page.locator('form[action*="/trusted-ips"] button').click();
    },
    async savePublicKey(pem: string): Promise<void> {
      await page.locator('textarea[name=pem]').fill(pem);
      await page.locator('form[action*="public-keys"] button').click();
    },
    async talk(messages: number): Promise<void> {
      await page.locator('input[name=messages]').fill(String(messages));
      await page.locator('form[action*="/talk"] button').click();
    },
  };
}
