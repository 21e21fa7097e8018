import { test as base, type Locator, type Page } from '@playwright/test';

// What the tests see of a page, by name: what a page is made of is said here, what it does in the tests.

/** What every page has. */
class SitePage {
  readonly main: Locator;
  readonly title: Locator;
  /** The post of a post's page, the posts of a list. */
  readonly entries: Locator;
  protected readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.main = page.locator('main');
    this.title = page.locator('h1');
    this.entries = this.main.locator('.h-entry');
  }

  /** Follows a link of the menu, which has to be opened on narrow screens. */
  async choose(name: string): Promise<void> {
    const menu = this.page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await menu.click();
    await this.page.getByRole('navigation').getByRole('link', { name }).click();
  }

  async setColours(name: 'Light' | 'Dark' | 'As the system'): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Colours' });
    const label = `Colours: ${name}`;
    while ((await button.getAttribute('aria-label')) !== label) await button.click();
  }

  /** By how many pixels the page is wider than the window, or an element than its frame. */
  overflow(selector = 'html'): Promise<number> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element) => element.scrollWidth - element.clientWidth);
  }
}

class PostPage extends SitePage {
  readonly content = this.main.locator('.e-content');
  readonly code = this.content.locator('pre');
  readonly pictures = this.content.locator('img');
  readonly published = this.main.locator('time.dt-published');
  readonly updated = this.main.locator('time.dt-updated');
  readonly author = this.main.locator('.p-author');
  readonly related = this.page.getByRole('navigation', { name: 'Related' });

  async open(slug: string): Promise<void> {
    await this.page.goto(`./posts/${slug}/`);
  }

  /** The mark of a footnote in the text. */
  footnoteMark(name: string): Locator {
    return this.page.locator(`[id="fnref:${name}"]`);
  }
}

class SearchPage extends SitePage {
  readonly dialog = this.page.getByRole('dialog', { name: 'Search' });
  readonly input = this.page.getByRole('searchbox');
  readonly status = this.page.getByRole('status');
  readonly results = this.page.locator('.search ol li');
  readonly links = this.results.locator('a');

  /** @param query as in an address, such as `?q=words` */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./search/${query}`);
  }

  result(name: string): Locator {
    return this.results.getByRole('link', { name });
  }
}

/** Playwright's `test`, with the pages of the site. */
export const test = base.extend<{ site: SitePage; post: PostPage; search: SearchPage }>({
  site: ({ page }, use) => use(new SitePage(page)),
  post: ({ page }, use) => use(new PostPage(page)),
  search: ({ page }, use) => use(new SearchPage(page)),
});
