import { expect, it } from 'vitest';
import { createLinks } from '../../../src/dialect/links.ts';

it.each(['NFC', 'NFD'])('finds a name with accents in a file whose name is %s', (form) => {
  const name = (text: string): string => text.normalize(form);
  const links = createLinks(
    {
      posts: [{ path: name('2020-01-02-café.md'), url: '/cafe/' }],
      pages: [{ path: name('über.md'), data: { url: '/ueber/' } }],
      withheld: [{ path: name('_drafts/später.md') }],
      withheldPages: [name('künftig.md')],
    } as unknown as Parameters<typeof createLinks>[0],
    (url) => url,
    { publicFolder: '/nowhere', site: { collections: {}, permalink: 'date' } },
  );
  for (const written of ['NFC', 'NFD']) {
    expect(links.postUrl('2020-01-02-café'.normalize(written))).toEqual({ url: '/cafe/' });
    expect(links.linkUrl('/über.md'.normalize(written))).toEqual({ url: '/ueber/' });
    expect(links.linkUrl('_posts/2020-01-02-café.md'.normalize(written))).toEqual({
      url: '/cafe/',
    });
    expect(links.linkUrl('künftig.md'.normalize(written))).toHaveProperty('unpublished');
  }
});
