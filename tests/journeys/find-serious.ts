import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * What axe finds serious or critical on a page, one line each with the places; nothing when all is well. `rules` looks
 * at these alone.
 */
export async function findSerious(page: Page, rules?: string[] | undefined): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 5).map(({ target, failureSummary = '' }) => {
        const why = /contrast of [\d.]+/.exec(failureSummary)?.[0] ?? '';
        return `${target.join(' ')} ${why}`.trim();
      });
      return `${id}: ${help} (${nodes.length}): ${places.join(' | ')}`;
    });
}
