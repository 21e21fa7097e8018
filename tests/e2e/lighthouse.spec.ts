import { expect, test } from '@playwright/test';
import { audit, LIGHTHOUSE_PAGES } from '../support/lighthouse.ts';

test('Lighthouse gives 100 for accessibility, best practices and SEO', async ({
  baseURL,
}, info) => {
  test.skip(info.project.name !== 'desktop');
  test.setTimeout(180_000);
  const addresses = LIGHTHOUSE_PAGES.map((page) => `${baseURL}${page}`);
  const categories = ['accessibility', 'best-practices', 'seo'] as const;
  const browser = process.env['GALLEY_BROWSER'];
  for (const [address, scores] of await audit(addresses, categories, browser)) {
    for (const { category, score, faults } of scores) {
      expect(score, `${category} of ${address}: ${faults.join(', ')}`).toBe(100);
    }
  }
});
