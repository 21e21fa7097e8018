import type { Node } from '@takumi-rs/core';
import { textDirection } from '../i18n/format.ts';
import { mix } from '../site/colours.ts';
import { PALETTES } from '../site/theme.ts';
import { HEIGHT, WIDTH, type Card } from './card.ts';
import { familiesFor } from './fonts.ts';

/** Darker than on the pages, of which networks show the card as a small picture. */
const RULE = '#c9c0ae';

const PADDING = 96;
/** Most sizes that titles take: the longer, the smaller. */
const SIZES = [
  { upTo: 34, size: 96 },
  { upTo: 68, size: 80 },
  { upTo: 120, size: 64 },
  { upTo: Number.POSITIVE_INFINITY, size: 52 },
];
const LINE_HEIGHT = 1.15;
const TITLE_HEIGHT = HEIGHT - 2 * PADDING - 90;

/** The drawing of a card: a sheet with its marks for the knife, the title, the site and the date. */
export function drawing(card: Card): Node {
  const { title, site, date, lang, palette } = card;
  const { paper, ink, ink2, accent } = palette ?? PALETTES.light;
  const rule = palette ? mix(paper, ink, 0.25) : RULE;
  const size = SIZES.find(({ upTo }) => widthOf(title) <= upTo)?.size ?? 52;
  return {
    type: 'container',
    lang,
    dir: textDirection(lang),
    style: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: WIDTH,
      height: HEIGHT,
      padding: PADDING,
      backgroundColor: paper,
      color: ink,
      fontFamily: familiesFor(lang).join(', '),
    },
    children: [
      ...marks(rule),
      {
        type: 'text',
        text: drawable(title),
        style: {
          width: '100%',
          fontSize: size,
          lineHeight: LINE_HEIGHT,
          letterSpacing: '-0.01em',
          textWrap: 'balance',
          overflowWrap: 'anywhere',
          lineClamp: Math.floor(TITLE_HEIGHT / (size * LINE_HEIGHT)),
          textOverflow: 'ellipsis',
        },
      },
      {
        type: 'container',
        style: {
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          width: '100%',
          gap: 48,
          fontSize: 32,
        },
        children: [
          {
            type: 'container',
            style: { display: 'flex', alignItems: 'center', gap: 18 },
            children: [
              registerMark(accent),
              {
                type: 'text',
                text: drawable(site),
                style: { fontWeight: 700, lineClamp: 1, textOverflow: 'ellipsis' },
              },
            ],
          },
          { type: 'text', text: drawable(date), style: { color: ink2, whiteSpace: 'nowrap' } },
        ],
      },
    ],
  };
}

/** Characters that fonts draw as one with what stands before them, and as an empty box without. */
const drawable = (text: string) => text.replace(/[\u{20e3}\u{fe0e}]/gu, '').replace(/\s+/g, ' ');

/** How wide a text is in letters: those of Chinese, Japanese and Korean are as wide as two. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(character) ? 2 : 1),
    0,
  );
}

/** The corners of the sheet. */
function marks(color: string): Node[] {
  return (['top', 'bottom'] as const).flatMap((y) =>
    (['left', 'right'] as const).flatMap((x) => [
      line({ [y]: 40, [x]: 14, width: 20, height: 2 }, color),
      line({ [y]: 14, [x]: 40, width: 2, height: 20 }, color),
    ]),
  );
}

/** A register mark, as in the head of each page. */
function registerMark(accent: string): Node {
  const SIZE = 36;
  return {
    type: 'container',
    style: { position: 'relative', display: 'flex', width: SIZE, height: SIZE },
    children: [
      ring(SIZE - 12, 6, accent),
      line({ top: 0, left: SIZE / 2 - 1.5, width: 3, height: SIZE }, accent),
      line({ top: SIZE / 2 - 1.5, left: 0, width: SIZE, height: 3 }, accent),
    ],
  };
}

function ring(size: number, offset: number, color: string): Node {
  return {
    type: 'container',
    style: {
      position: 'absolute',
      top: offset,
      left: offset,
      width: size,
      height: size,
      borderRadius: '50%',
      border: `3px solid ${color}`,
    },
  };
}

function line(
  place: Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'width' | 'height', number>>,
  color: string,
): Node {
  return { type: 'container', style: { position: 'absolute', backgroundColor: color, ...place } };
}
