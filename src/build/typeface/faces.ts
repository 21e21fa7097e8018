/** The styles, and from which of the two variable fonts of Source Serif 4 each is cut. */
export const STYLES = [
  { name: 'roman', from: 'Roman', weight: 400, style: 'normal' },
  { name: 'bold', from: 'Roman', weight: 700, style: 'normal' },
  { name: 'italic', from: 'Italic', weight: 400, style: 'italic' },
  { name: 'bold-italic', from: 'Italic', weight: 700, style: 'italic' },
] as const;

/** Other alphabets of the typeface, as Fontsource names them. */
export const SCRIPTS = ['cyrillic', 'greek', 'vietnamese'] as const;

/** What a `@font-face` rule says of a file beside the style sheet. */
export interface Face {
  file: string;
  style: string;
  weight: number;
  /** As CSS has it: `U+20-7E, U+A0`. */
  range: string;
}

const FAMILY = 'Source Serif 4';

/** Height of the typeface above and below the line, in per cent of its size. */
const ASCENT = 103.6;
const DESCENT = 33.5;

/**
 * Fonts of systems that stand in for it, each with its relatives of the same widths, and how much
 * wider Source Serif sets English, by style, in per cent.
 */
const STAND_INS = [
  {
    fonts: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    widths: [113.7, 110.1, 104.5, 110.2],
  },
  { fonts: ['Noto Serif'], widths: [95.8, 92.7, 90.6, 88.6] },
];
const LOCAL_STYLES = ['', ' Bold', ' Italic', ' Bold Italic'];

/**
 * The style sheet of the typeface: its faces, those of fonts that stand in, made as wide and as high,
 * and the names of all as `--serif`, in place of what the system has (`styles/tokens.css`).
 */
export function styleSheet(faces: readonly Face[]): string {
  const families = [FAMILY, ...STAND_INS.map(({ fonts }) => standIn(fonts))];
  const serif = [...families.map((name) => `'${name}'`), 'serif'].join();
  return [
    ...faces.map(webFont),
    ...STAND_INS.flatMap(standInFaces),
    `@layer tokens{:root{--serif:${serif};--x-height:none;--measure:30rem}}`,
  ].join('\n');
}

/**
 * `optional`: text is there at once, in the typeface where it has come by then and else, to the end of
 * the visit, in what stands in for it. So no line breaks anew under a reader's eyes.
 */
function webFont({ file, style, weight, range }: Face): string {
  return rule(FAMILY, {
    src: `url(./${file}) format('woff2')`,
    'font-display': 'optional',
    'font-style': style,
    'font-weight': weight,
    'unicode-range': range,
  });
}

function standInFaces({ fonts, widths }: (typeof STAND_INS)[number]): string[] {
  return STYLES.map(({ style, weight }, index) => {
    const width = widths[index] ?? 100;
    return rule(standIn(fonts), {
      src: fonts.map((name) => `local('${name}${LOCAL_STYLES[index]}')`).join(),
      'font-style': style,
      'font-weight': weight,
      'size-adjust': percent(width),
      // Of the size as it has been adjusted.
      'ascent-override': percent((100 * ASCENT) / width),
      'descent-override': percent((100 * DESCENT) / width),
      'line-gap-override': '0%',
    });
  });
}

const standIn = ([name = '']: readonly string[]) => `${name} as ${FAMILY}`;
const percent = (value: number) => `${Number(value.toFixed(1))}%`;

function rule(family: string, descriptors: Record<string, string | number>): string {
  const lines = Object.entries(descriptors).map(([name, value]) => `${name}:${value}`);
  return `@font-face{font-family:'${family}';${lines.join(';')}}`;
}
