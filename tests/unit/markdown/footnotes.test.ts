import { expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';

it.each(['1', 'ä', '注', '"q"', 'a/b', '1.5', '50%', 'constructor', '__proto__'])(
  'a note named %s is where its mark leads, for scripts too',
  async (name) => {
    const { html } = await renderMarkdown(`Word[^${name}].\n\n[^${name}]: Note.`);
    const [, hash = ''] = /<a href="#([^"]+)"[^>]*data-footnote-ref/.exec(html) ?? [];
    expect(decodeURIComponent(hash)).toBe(`fn:${name}`);
    expect(html).toContain(`<li id="fn:${name.replaceAll('"', '&quot;')}"`);
    expect(html).toContain(`id="fnref:${name.replaceAll('"', '&quot;')}"`);
  },
);
