/** A colour as `#rrggbb`. */
export type Colour = `#${string}`;

/** What is set on paper has to stand out from it by so much. https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const READABLE = 4.5;

const STEPS = 255;
const BLACK: Colour = '#000000';
const WHITE: Colour = '#ffffff';

/** `#abc` and `#AABBCC` as `#aabbcc`; nothing for what is no such colour. */
export function readColour(text: string): Colour | undefined {
  if (!/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text)) return undefined;
  const digits = text.slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** How much two colours stand out from each other, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour with a share (0 to 1) of another. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const [from, to] = [channels(colour), channels(other)];
  const mixed = from.map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The colour nearest to one, in the same hue, lighter or darker, that fits. Whatever has to be readable
 * on something finds one, because black or white is, on any ground.
 */
export function nearestColour(colour: Colour, fits: (colour: Colour) => boolean): Colour {
  for (let step = 0; step <= STEPS; step++) {
    const found = [BLACK, WHITE].map((end) => mix(colour, end, step / STEPS)).find(fits);
    if (found !== undefined) return found;
  }
  return colour;
}

/** Whether text of a colour can be read on a ground. */
export const isReadable = (colour: Colour, ground: Colour): boolean =>
  contrast(colour, ground) >= READABLE;

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = (colour: Colour): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
