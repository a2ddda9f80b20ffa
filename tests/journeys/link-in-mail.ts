import type { Stranger } from './stranger.ts';

/** The address in the newest mail to somebody, read on the development mailbox page. */
export async function linkInMail(stranger: Stranger, to: string, part: string): Promise<string> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    await stranger.open('/dev/mailbox');
    const row = stranger.page.getByRole('row').filter({ hasText: to }).getByRole('link').first();
    if ((await row.count()) > 0) {
      await row.click();
      const link = stranger.page.locator(`a[href*="${part}"]`).first();
      if ((await link.count()) > 0) return (await link.getAttribute('href')) ?? '';
    }
    await stranger.page.waitForTimeout(500);
  }
  throw new Error(`No mail with ${part} came.`);
}
