import type { Row } from './compare-sites.ts';
import type { Secret } from './unpublished.ts';

/** What a move is to reach, in per cent. */
export interface Thresholds {
  /** Pages and feeds that answer. */
  addresses: number;
  /** Texts that are the same but for one word in a hundred. */
  texts: number;
}

/** From this similarity on, two texts say the same. */
const SAME = 0.99;
/** How many lines a list has before it only counts. */
const SHOWN = 10;

const KINDS = { page: 'pages', feed: 'feeds', file: 'files' } as const;

/** What a live site was asked besides. */
export interface OfLiveSite {
  /** Paths that it names and at which it has nothing itself. */
  silent: readonly string[];
  secrets: readonly Secret[];
}

/** Whether a move reaches what it is to reach, and the report on it: a table, then what is not as it was. */
export function verdictOn(
  rows: readonly Row[],
  { addresses, texts }: Thresholds,
  { silent, secrets }: OfLiveSite,
): { isReached: boolean; report: string } {
  const pages = rows.flatMap(({ path, page }) => (page ? [{ path, ...page }] : []));
  const compared = pages.filter(({ text }) => text !== undefined);
  const differing = compared.filter(({ text = 1 }) => text < SAME);
  const read = rows.filter(({ kind, answer }) => kind !== 'file' && answer !== 'withheld');
  const missing = rows.filter(({ answer }) => answer === 'missing');
  const feeds = rows.flatMap(({ path, feed }) => (feed ? [{ path, ...feed }] : []));
  const answering = percent(read.filter(({ answer }) => answer !== 'missing').length, read.length);
  const alike = percent(compared.length - differing.length, compared.length);
  const told = secrets.filter(({ answer }) => answer === 'same');
  const lists: (string | undefined)[] = [
    list(
      'Not published, and yet the live site shows it',
      told.map(({ path, source }) => `${path} (${source})`),
    ),
    addressTable(rows),
    pages.length > 0 ? pageTable(pages, compared.length - differing.length) : undefined,
    ...feeds.map(({ path, same, renamed, moved }) => {
      const all = same + renamed.length + moved.length;
      return `${path}: ${same} of ${all} items that both have are the same`;
    }),
    list('The old site names these, and has nothing there itself', silent),
    list(
      'Answered before, and held back now',
      rows.filter(({ answer }) => answer === 'withheld').map(({ path }) => path),
    ),
    list(
      'No answer at',
      missing.map(({ path }) => path),
    ),
    list(
      'Another text at',
      differing
        .toSorted((a, b) => (a.text ?? 0) - (b.text ?? 0))
        .map(
          ({ path, text = 0, difference }) =>
            `${path} (${(100 * text).toFixed(1)} %)\n    before: ${difference?.before}\n    now:    ${difference?.now}`,
        ),
    ),
    ...(['title', 'date', 'terms'] as const).map((key) =>
      list(
        `Another ${key} at`,
        pages.filter((page) => page[key] === false).map(({ path }) => path),
      ),
    ),
    list(
      'Links and pictures of old texts that lead nowhere now',
      pages.flatMap(({ path, deadLinks }) => deadLinks.map((link) => `${link} (in ${path})`)),
    ),
    list(
      'Items that readers would see again as new',
      feeds.flatMap(({ renamed }) => renamed.map(({ before, now }) => `${before} is ${now}`)),
    ),
    list(
      'Items with another date',
      feeds.flatMap(({ moved }) =>
        moved.map(({ id, before, now }) => `${id}: ${before}, now ${now}`),
      ),
    ),
  ];
  const isReached = answering >= addresses && alike >= texts && told.length === 0;
  const end = `${answering.toFixed(1)} % of pages and feeds answer (${addresses} % are wanted), ${alike.toFixed(1)} % of texts are the same (${texts} % are wanted).`;
  const asked =
    secrets.length > 0 && told.length === 0
      ? `The live site shows none of ${secrets.length} posts and pages that are not published.`
      : undefined;
  return { isReached, report: [...lists, asked, end].filter(Boolean).join('\n\n') };
}

function addressTable(rows: readonly Row[]): string {
  const lines = Object.entries(KINDS).map(([kind, name]) => {
    const own = rows.filter((row) => row.kind === kind);
    const count = (answer: Row['answer']) => own.filter((row) => row.answer === answer).length;
    return [name, count('same'), count('redirect'), count('missing')];
  });
  return table([['', 'answer', 'lead on', 'missing'], ...lines]);
}

function pageTable(pages: readonly NonNullable<Row['page']>[], texts: number): string {
  const agreeing = (key: 'title' | 'date' | 'terms') => {
    const said = pages.filter((page) => page[key] !== undefined);
    return [key, said.filter((page) => page[key]).length, said.length];
  };
  const compared = pages.filter(({ text }) => text !== undefined).length;
  return table([
    ['', 'the same', 'compared'],
    ...(['title', 'date', 'terms'] as const).map(agreeing),
    ['text', texts, compared],
  ]);
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  return rows
    .map(
      ([name = '', ...cells]) =>
        String(name).padEnd(8) + cells.map((cell) => String(cell).padStart(10)).join(''),
    )
    .join('\n');
}

function list(title: string, lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  const rest = lines.length - SHOWN;
  return [
    `${title}:`,
    ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest} more; --json names all`] : []),
  ].join('\n');
}

/** Of nothing, all is as it should be. */
const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole);
