import { hastToHtml } from 'shiki';
import { expect, it, vi } from 'vitest';
import { highlighted } from '../../../src/markdown/colours.ts';

const colour = async (code: string, lang: string, meta?: string) =>
  hastToHtml(await highlighted(code, lang, meta));

it('colours what a terminal prints by variables', async () => {
  const html = await colour(
    '\u001b[31mred\u001b[0m \u001b[1mbold\u001b[0m \u001b[92;44mboth\u001b[0m plain',
    'ansi',
  );
  expect(html).toContain('<span style="color:var(--astro-code-ansi-red)">red</span>');
  expect(html).toContain('<span style="font-weight:bold">');
  expect(html).toContain(
    'color:var(--astro-code-ansi-bright-green);background-color:var(--astro-code-ansi-blue)',
  );
  expect(html).not.toContain('#0000');
});

it('colours code the same however slow the machine is', async () => {
  const code = 'const a = f("x", 1); // b\nreturn `${a}`;\n';
  const html = await colour(code, 'js');
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  expect(await colour(code, 'js')).toBe(html);
  clock.mockRestore();
  expect(html).toContain('<span class="c">// b</span>');
});

it('colours code the same whatever has been coloured before', async () => {
  const quoting = '``` yaml\ntitle: "a"\n```\n';
  await colour('title: "a"', 'yaml');
  const after = await colour(quoting, 'markdown');
  vi.resetModules();
  const fresh = await import('../../../src/markdown/colours.ts');
  expect(hastToHtml(await fresh.highlighted(quoting, 'markdown'))).toBe(after);
});

it.each([
  ['front matter', '---\ntitle: "x"\n---\n', 'yaml'],
  ['fences', '```js\nlet a = "x";\n```\n', 'js'],
])('colours %s in Markdown', async (_, code, lang) => {
  const spans = (html: string) => html.match(/<span class="s">[^<]*x[^<]*<\/span>/)?.[0];
  const [, inside = ''] = code.split('\n');
  const shown = spans(await colour(code, 'markdown'));
  expect(shown).toBeDefined();
  expect(shown).toBe(spans(await colour(inside, lang)));
});

it('leaves what it does not know uncoloured', async () => {
  expect(await colour('let a', 'nosuch')).toContain('<span class="line">let a</span>');
});

it.each([
  ['diff', '', '+'],
  ['js', 'diff', '+'],
  ['js', 'diff', ' '],
])('takes the sign of a change out of what is selected: %s %s', async (lang, meta, sign) => {
  const html = await colour(`${sign}let a`, lang, meta);
  expect(html).toContain(`<span class="sign">${sign}</span>`);
  expect(html.replace(/<span class="sign">.<\/span>|<[^>]*>/g, '')).toBe('let a');
});
