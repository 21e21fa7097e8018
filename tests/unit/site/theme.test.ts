import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styleSheet } from '../../../src/build/look.ts';
import {
  contrast,
  isReadable,
  nearestColour,
  readColour,
  type Colour,
} from '../../../src/site/colours.ts';
import { siteSchema } from '../../../src/site/schema.ts';
import { PALETTES, paletteOf, SCHEMES, themeSchema } from '../../../src/site/theme.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number): Colour => `#${number.toString(16).padStart(6, '0')}`);

const site = (config: object) =>
  siteSchema.parse({ url: 'https://a.example', title: 'A', author: { name: 'A' }, ...config });

/** What is said of a theme. */
const told = (theme: object) =>
  themeSchema.safeParse(theme).error?.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
    hint: issue.code === 'custom' ? String(issue.params?.['hint']) : '',
  })) ?? [];

it('the style sheet and the code have the same colours', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  for (const [name, light] of Object.entries(PALETTES.light)) {
    const dark = PALETTES.dark[name as keyof typeof PALETTES.dark];
    expect(tokens).toContain(`--${name.replace('2', '-2')}: light-dark(${light}, ${dark});`);
  }
});

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4, 1);
});

describe('colours', () => {
  it.each([
    ['#B5331A', '#b5331a'],
    ['#abc', '#aabbcc'],
    ['red', undefined],
    ['#12345', undefined],
    ['b5331a', undefined],
  ])('%s', (text, read) => {
    expect(readColour(text)).toBe(read);
  });

  it('one that can be read is found on any ground, and is the nearest in its hue', () => {
    fc.assert(
      fc.property(colour, colour, (ink, paper) => {
        const found = nearestColour(ink, (other) => isReadable(other, paper));
        expect(isReadable(found, paper)).toBe(true);
        if (isReadable(ink, paper)) expect(found).toBe(ink);
      }),
    );
  });
});

describe('a theme', () => {
  it('that sets nothing is that of Galley, and sends no style', () => {
    for (const scheme of SCHEMES) expect(paletteOf({}, scheme)).toEqual(PALETTES[scheme]);
    expect(styleSheet(site({}), 'src/styles/')).toBe('');
  });

  it('can be set for both schemes, or for one of them', () => {
    const { theme } = site({ theme: { accent: { light: '#00629b' } } });
    expect(paletteOf(theme, 'light').accent).toBe('#00629b');
    expect(paletteOf(theme, 'dark')).toEqual(PALETTES.dark);
  });

  it('that cannot be read is told with the nearest that can be, which is taken', () => {
    const [fault, ...others] = told({ accent: '#b5331a' });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ field: 'accent' });
    expect(fault?.message).toMatch(/the dark accent #b5331a cannot be read: on #221f1c, .*4\.5:1/);
    const [, nearest = ''] = /accent: \{ dark: '(#\w+)' \}/.exec(fault?.hint ?? '') ?? [];
    expect(told({ accent: { light: '#b5331a', dark: nearest } })).toEqual([]);
  });

  it('whatever is set, what the hint says can be taken', () => {
    fc.assert(
      fc.property(colour, colour, (paper, accent) => {
        const theme = {
          paper: { light: paper },
          ink: { light: '#000' },
          accent: { light: accent },
        };
        const faults = told(theme);
        if (faults.some(({ field }) => field === 'ink')) return;
        const [, nearest] = /accent: \{ light: '(#\w+)' \}/.exec(faults[0]?.hint ?? '') ?? [];
        expect(told({ ...theme, accent: { light: nearest ?? accent } })).toEqual([]);
        const own = { paper: { light: paper }, ink: { light: '#000000' as const } };
        const { tint, ink2 } = paletteOf(own, 'light');
        expect(isReadable(ink2, tint)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives code inks that can be read on its paper', () => {
    const { theme, logo, social } = site({
      theme: { paper: { light: '#d8c8a8' }, accent: { light: '#700' } },
    });
    const css = styleSheet({ theme, logo, social }, 'src/styles/');
    const { tint } = paletteOf(theme, 'light');
    const inks = [...css.matchAll(/--(?:astro-)?code-[\w-]+:light-dark\((#\w+)/g)];
    expect(inks.length).toBeGreaterThan(10);
    for (const [, ink] of inks) expect(isReadable(ink as Colour, tint)).toBe(true);
  });
});
