/** CSS pixels in a unit. https://www.w3.org/TR/css-values-4/#absolute-lengths */
const UNITS: Record<string, number> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
};
const LENGTH = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i;

/**
 * The size of an SVG in CSS pixels: what its `width` and `height` say, else its `viewBox`; nothing where
 * it says neither. https://www.w3.org/TR/SVG2/coords.html#SizingSVGInCSS
 */
export function drawingSize(svg: string): { width: number; height: number } | undefined {
  const text = svg.replace(/<!--[^]*?(?:-->|$)|<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/gi, '');
  const [tag] = /<(?:\w+:)?svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/i.exec(text) ?? [];
  if (tag === undefined) return undefined;
  const attribute = (name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ??
    '';
  const box = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  const [width, height] = [pixels(attribute('width')), pixels(attribute('height'))];
  return (
    sized(width, height) ??
    (ratio === undefined
      ? undefined
      : (sized(width, width && width / ratio) ??
        sized(height && height * ratio, height) ??
        sized(boxWidth, boxHeight)))
  );
}

function sized(width: number | undefined, height: number | undefined) {
  const rounded = { width: Math.round(width ?? 0), height: Math.round(height ?? 0) };
  return rounded.width > 0 && rounded.height > 0 ? rounded : undefined;
}

/** Nothing for what depends on where the drawing stands: `100%`, `2em`, `auto`. */
function pixels(length: string): number | undefined {
  const [, number = '', unit = ''] = LENGTH.exec(length) ?? [];
  const factor = number === '' ? undefined : UNITS[unit.toLowerCase()];
  return factor === undefined ? undefined : Number(number) * factor;
}
