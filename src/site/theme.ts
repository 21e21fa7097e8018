import { z } from 'zod';
import { contrast, isReadable, mix, nearestColour, READABLE, readColour } from './colours.ts';
import type { Colour } from './colours.ts';

/** By day and by night. */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What is drawn with. */
export interface Palette {
  paper: Colour;
  /** Of paper that is set apart: code, notes. */
  tint: Colour;
  /** Of lines. */
  rule: Colour;
  ink: Colour;
  /** Of what stands back. */
  ink2: Colour;
  /** Of links and marks. */
  accent: Colour;
}

/** Those of Galley. `styles/tokens.css` has the same, for a site that sets none. */
export const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: {
    paper: '#fcfaf6',
    tint: '#f4f0e7',
    rule: '#ddd6c8',
    ink: '#221e19',
    ink2: '#574f45',
    accent: '#b5331a',
  },
  dark: {
    paper: '#181614',
    tint: '#221f1c',
    rule: '#3b3630',
    ink: '#e9e3d9',
    ink2: '#b2a99d',
    accent: '#ff9474',
  },
};

const EXPECTED = 'expected a colour such as #b5331a, or { light, dark } with two';

const colour = z.string().transform((text, context) => {
  const read = readColour(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'expected a colour such as #b5331a' });
  return z.NEVER;
});

/** One for both schemes, or one for each. */
const colours = z
  .union(
    [
      colour.transform((both) => ({ light: both, dark: both })),
      z.strictObject({ light: colour.optional(), dark: colour.optional() }),
    ],
    { error: EXPECTED },
  )
  .optional();

/** How the site looks. */
export const themeSchema = z
  .strictObject({
    /** What it is set in: `book` is Source Serif 4, which comes with the site; `system` is what readers have, and no font is sent. */
    type: z.enum(['book', 'system']).default('book'),
    /** Colour of links and marks: `#b5331a`, or `{ light: '#b5331a', dark: '#ff9474' }`. */
    accent: colours,
    /** Colour of the page, in the same forms. */
    paper: colours,
    /** Colour of the text, in the same forms. */
    ink: colours,
  })
  .superRefine((theme, context) => {
    for (const scheme of SCHEMES) {
      for (const { name, message, hint } of unreadable(theme, scheme)) {
        context.addIssue({ code: 'custom', path: [name], message, params: { hint } });
      }
    }
  });

type Theme = z.output<typeof themeSchema>;
type Colours = Pick<Theme, 'accent' | 'paper' | 'ink'>;

/** The colours of a site in one of the schemes: the owner's, and what follows from them. */
export function paletteOf(theme: Colours, scheme: Scheme): Palette {
  const given = PALETTES[scheme];
  const [paper, ink, accent] = chosen(theme, scheme);
  if (isUsual(paper, ink, scheme)) return { ...given, accent };
  const tint = tintOf(paper, ink, scheme);
  const ink2 = nearestColour(mix(ink, paper, 0.3), (colour) => isReadable(colour, tint));
  return { paper, tint, rule: mix(paper, ink, 0.15), ink, ink2, accent };
}

/** Whether the owner has chosen a colour. */
export const hasOwnColours = ({ accent, paper, ink }: Colours): boolean =>
  [accent, paper, ink].some((colours) => colours !== undefined);

const chosen = (theme: Colours, scheme: Scheme) =>
  (['paper', 'ink', 'accent'] as const).map(
    (name) => theme[name]?.[scheme] ?? PALETTES[scheme][name],
  ) as [Colour, Colour, Colour];

const isUsual = (paper: Colour, ink: Colour, scheme: Scheme): boolean =>
  paper === PALETTES[scheme].paper && ink === PALETTES[scheme].ink;

const tintOf = (paper: Colour, ink: Colour, scheme: Scheme): Colour =>
  isUsual(paper, ink, scheme) ? PALETTES[scheme].tint : mix(paper, ink, 0.045);

/** What cannot be read on the paper, or where that is tinted: the colour to blame is the owner's. */
function unreadable(theme: Colours, scheme: Scheme) {
  if (!hasOwnColours(theme)) return [];
  const [paper, ink, accent] = chosen(theme, scheme);
  const fits = (name: 'ink' | 'accent', colours: { paper: Colour; ink: Colour; accent: Colour }) =>
    [colours.paper, tintOf(colours.paper, colours.ink, scheme)].every((ground) =>
      isReadable(colours[name], ground),
    );
  return (['ink', 'accent'] as const).flatMap((name) => {
    const colours = { paper, ink, accent };
    if (fits(name, colours)) return [];
    const blamed = theme[name]?.[scheme] === undefined ? 'paper' : name;
    const nearest = nearestColour(colours[blamed], (other) =>
      fits(name, { ...colours, [blamed]: other }),
    );
    const tint = tintOf(paper, ink, scheme);
    const [worst = paper] = [paper, tint].toSorted(
      (a, b) => contrast(colours[name], a) - contrast(colours[name], b),
    );
    const ratio = Math.floor(contrast(colours[name], worst) * 100) / 100;
    const ground = worst === paper ? `the paper ${paper}` : `${tint}, the tint of the paper,`;
    return {
      name: blamed,
      message: `the ${scheme} ${name} ${colours[name]} cannot be read: on ${ground} it has a contrast of ${ratio}:1, and ${READABLE}:1 is needed (WCAG AA)`,
      hint:
        nearest === colours[blamed]
          ? 'No colour can be read on such a paper: it has to be lighter or darker.'
          : `The nearest that can be: ${blamed}: { ${scheme}: '${nearest}' }.`,
    };
  });
}
